// A Vite plugin that writes sw.js: service-worker.js with the list of the files that the page needs without a network.
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const SOURCE = new URL('../service-worker.js', import.meta.url)
const PLACE = 'self.__BUILD__'
/** What is copied from public/ and needed on every page. */
const ALWAYS = ['/index.html', '/theme.js', '/icon.svg', '/manifest.webmanifest']
/** Fonts of these alphabets; all other alphabets come when a text needs them. */
const FONT = /-(?:latin|cyrillic)-wght-.*\.woff2$/

interface Output {
  type: 'chunk' | 'asset'
  fileName: string
  isEntry?: boolean
}

/** Writes `sw.js`; see service-worker.js. */
export function serviceWorker(): Plugin {
  return {
    name: 'stint-service-worker',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const source = readFileSync(SOURCE, 'utf8')
        if (!source.includes(PLACE)) throw new Error(`service-worker.js has no ${PLACE}`)
        this.emitFile({
          type: 'asset',
          fileName: 'sw.js',
          source: source.replace(PLACE, JSON.stringify(buildOf(Object.values(bundle)))),
        })
      },
    },
  }
}

/** The entry, and all that must be there before the network goes: every page, but not the runtime of models. */
export function buildOf(outputs: readonly Output[]): { entry: string; files: string[] } {
  const entry = outputs.find(({ isEntry }) => isEntry)
  if (!entry) throw new Error('the build has no entry')
  const needed = outputs
    .filter(({ type, fileName }) => type === 'chunk' || fileName.endsWith('.css') || FONT.test(fileName))
    .map(({ fileName }) => `/${fileName}`)
  return { entry: `/${entry.fileName}`, files: [...ALWAYS, ...needed.sort()] }
}
