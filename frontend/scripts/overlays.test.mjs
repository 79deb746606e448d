import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { expect, it } from 'vitest'
import { PLACES, ROLES } from '../e2e/overlays.ts'

const SRC = join(import.meta.dirname, '../src')

/** The parts of Base UI that are looked at; another one that opens something needs a place in e2e/overlays.ts. */
const PARTS = [
  'alert-dialog',
  'autocomplete',
  'csp-provider',
  'dialog',
  'menu',
  'radio',
  'radio-group',
  'select',
  'slider',
  'switch',
  'tabs',
  'toast',
  'tooltip',
]

/** Every component with its text, by its path below src/. */
const COMPONENTS = new Map(
  readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.tsx') && !name.endsWith('.test.tsx'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [relative(SRC, file).split(sep).join('/'), readFileSync(file, 'utf8')]),
)

it('every overlay of the page is opened by e2e/overlays.spec.ts', () => {
  const rendered = [...COMPONENTS]
    .filter(([path]) => !path.startsWith('components/ui/'))
    .flatMap(([path, text]) =>
      Object.keys(ROLES)
        .filter((part) => new RegExp(`<${part}[\\s>]|<${part}\\.Root|${part} as Base`).test(text))
        // The palette is a dialog with a list in it.
        .filter((part) => part !== 'Autocomplete' || !text.includes('<Dialog.Root'))
        .map((part) => `${path} ${part}`),
    )
  const opened = new Set(
    PLACES.flatMap(({ overlays }) => overlays).map(({ source, part }) => `${source} ${part}`),
  )
  expect([...opened].sort()).toEqual([...new Set(rendered)].sort())
})

it('Base UI opens nothing else', () => {
  const used = [...COMPONENTS.values()].flatMap((text) =>
    [...text.matchAll(/@base-ui\/react\/([a-z-]+)/g)].map(([, part]) => part),
  )
  expect([...new Set(used)].sort()).toEqual(PARTS)
})
