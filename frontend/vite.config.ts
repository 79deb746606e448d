import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { bundleReport, preloadFont } from './scripts/bundleReport.ts'
import { serviceWorker } from './scripts/serviceWorker.ts'
import { thirdParty } from './scripts/thirdParty.ts'

/** Where `/api` goes during `npm run dev`: a running platform, as `scripts/dev` prints it. */
const platform = process.env.STINT_URL ?? 'http://localhost:8080'

export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    thirdParty(import.meta.dirname),
    bundleReport('.vite/bundle.json'),
    preloadFont('inter-latin-wght-normal'),
    serviceWorker(),
  ],
  resolve: { alias: { '@': new URL('./src', import.meta.url).pathname } },
  server: {
    // By this name, because the platform lets http://localhost:5173 in.
    host: 'localhost',
    port: 5173,
    strictPort: true,
    proxy: { '/api': { target: platform, changeOrigin: true } },
  },
  worker: { format: 'es' },
  build: {
    // A `data:` address for a small file would break the Content-Security-Policy.
    assetsInlineLimit: 0,
    // Keeps light-dark() as it is.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What a first visit downloads, in two files: the libraries change less often than the page.
            { name: 'libraries', tags: ['$initial'], test: /node_modules/, priority: 3 },
            { name: 'page', tags: ['$initial'], test: /\/src\/(?!main\.)/, priority: 2 },
            // What a page shows beside a run's name must not bring all charts along, nor they their table, nor what one
            // page alone shows.
            { name: 'marks', test: /src\/charts\/(?:IntervalStrip|Swatch|marks)\./, priority: 2 },
            {
              name: 'charts',
              test: /src\/charts\/(?!FigureTable|parallel\/)|node_modules\/(?:d3-|internmap)/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
    setupFiles: ['src/test/setup.ts'],
    restoreMocks: true,
    // A test types as people do, key by key, and the machine may be busy.
    testTimeout: 30_000,
    unstubGlobals: true,
  },
})
