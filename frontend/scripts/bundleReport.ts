// A Vite plugin that writes down what the build put where, for check-budgets.mjs, and has the page's main font fetched early.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Plugin } from 'vite'

/** One JavaScript file of the build. */
export interface ReportedChunk {
  file: string
  isEntry: boolean
  /** The module that is asked for by `import()`, by its path under `frontend/`; null if none is. */
  lazyModule: string | null
  /** The files that it needs before it can run. */
  imports: readonly string[]
  /** The files that it asks for by `import()`. */
  lazyImports: readonly string[]
  /** Bytes of each module's code before minification, by its path under `frontend/`. */
  modules: Readonly<Record<string, number>>
}

/** Writes the chunks of a build as JSON to `path`. It is kept beside the build, not in it: nobody has to download it. */
export function bundleReport(path: string): Plugin {
  let root = ''
  const short = (id: string) => id.replace(root, '')
  return {
    name: 'stint-bundle-report',
    apply: 'build',
    configResolved: (config) => {
      root = `${config.root}/`
    },
    writeBundle(_, bundle) {
      const chunks: ReportedChunk[] = []
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        chunks.push({
          file: chunk.fileName,
          isEntry: chunk.isEntry,
          lazyModule: chunk.isDynamicEntry && chunk.facadeModuleId ? short(chunk.facadeModuleId) : null,
          imports: chunk.imports,
          lazyImports: chunk.dynamicImports,
          modules: Object.fromEntries(
            Object.entries(chunk.modules).map(([id, module]) => [
              id.replace(root, ''),
              module.renderedLength,
            ]),
          ),
        })
      }
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, JSON.stringify(chunks, null, 1))
    },
  }
}

/** Asks for the font file whose name starts with `name` as soon as index.html is read, not when the first text is laid out. */
export function preloadFont(name: string): Plugin {
  return {
    name: 'stint-preload-font',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) => {
        const file = Object.keys(bundle ?? {}).find((path) => path.startsWith(`assets/${name}`))
        if (file === undefined) throw new Error(`no font file ${name}… is in the build`)
        return [
          {
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: '' },
            injectTo: 'head',
          },
        ]
      },
    },
  }
}
