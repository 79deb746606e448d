// A Vite plugin that tells the page its version, and which packages it is made with, under which licences.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** A package that the page is made with. */
export interface ThirdParty {
  name: string
  version: string
  /** As the package says it, an SPDX expression. */
  license: string
}

const ID = 'virtual:third-party'

/** Offers `virtual:third-party`: the page's `version`, and as `packages` the dependencies in package.json under `root`. */
export function thirdParty(root: string): Plugin {
  return {
    name: 'stint-third-party',
    resolveId: (source) => (source === ID ? `\0${ID}` : undefined),
    load: (id) => {
      if (id !== `\0${ID}`) return undefined
      const [version, packages] = [manifest(root).version, packagesOf(root)].map((value) =>
        JSON.stringify(value),
      )
      return `export const version = ${version}\nexport const packages = ${packages}`
    },
  }
}

/** The packages that are delivered with the page, by name. */
export function packagesOf(root: string): ThirdParty[] {
  const { dependencies } = manifest(root)
  return Object.keys(dependencies ?? {})
    .sort()
    .map((name) => {
      const { version, license } = manifest(join(root, 'node_modules', name))
      if (!version || !license) throw new Error(`${name} does not say its version and licence`)
      return { name, version, license }
    })
}

interface Manifest {
  version?: string
  license?: string
  dependencies?: Record<string, string>
}

function manifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
}
