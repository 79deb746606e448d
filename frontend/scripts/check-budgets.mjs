// Holds the page's weight: what a first visit downloads, what each page adds to it, the styles, the charts and the fonts.
// `npm run build` comes first; it leaves the list of chunks in .vite/bundle.json.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const DIST = join(ROOT, 'dist')
const REPORT = join(ROOT, '.vite', 'bundle.json')

/** Kilobytes, compressed with `gzip -9`; fonts are compressed already and count as they are. */
export const BUDGETS = { initial: 175, frame: 70, page: 60, charts: 25, css: 15, fonts: 130 }

/** The files of these alphabets are what readers of English and Russian download. */
const FONT = /-(?:latin|cyrillic)-wght-.*\.woff2$/
const BIGGEST = 8

/** What surrounds every page of somebody signed in, with the menus and tooltips that they share; a page is what it adds. */
const FRAME = ['src/app/shell/WorkFrame.tsx', 'src/app/shell/SignedIn.tsx']
/** What everybody may load without being signed in. */
const PUBLIC =
  /^src\/(?:app\/routes\/(?:Home|Login|SignUp|Info)Page|app\/shell\/Preference\w+|components\/ui\/Toasts|i18n\/\w+)\.tsx?$/

/** The files that `starts` need before they run, themselves included, without what `known` has already. */
export function withImports(starts, list, known = new Set()) {
  const chunks = new Map(list.map((chunk) => [chunk.file, chunk]))
  const found = new Set()
  const visit = (file) => {
    if (found.has(file) || known.has(file)) return
    found.add(file)
    for (const next of chunks.get(file)?.imports ?? []) visit(next)
  }
  for (const { file } of starts) visit(file)
  return found
}

/** What is measured: a name, the files, the budget. `list` has the chunks, `assets` the names of all files. */
export function subjects(list, assets) {
  const entries = list.filter((chunk) => chunk.isEntry)
  if (entries.length === 0) throw new Error('the build has no entry')
  const initial = withImports(entries, list)
  const frames = FRAME.map((path) => list.find((chunk) => chunk.lazyModule === path) ?? missing(path))
  const frame = withImports(frames, list, initial)
  const signedIn = new Set([...initial, ...frame])
  const pages = list.filter(({ lazyModule }) => lazyModule !== null && !FRAME.includes(lazyModule))
  const charts = list.filter(({ file }) => file.startsWith('assets/charts-'))
  if (charts.length === 0) throw new Error('the build has no charts: see the groups in vite.config.ts')
  return [
    { name: 'initial JavaScript', files: [...initial], budget: BUDGETS.initial },
    { name: 'frame of those signed in', files: [...frame], budget: BUDGETS.frame },
    ...pages.map((chunk) => ({
      name: chunk.lazyModule,
      files: [
        ...withImports(
          [chunk],
          list,
          PUBLIC.test(chunk.lazyModule) ? initial : before(chunk, list, signedIn),
        ),
      ],
      budget: BUDGETS.page,
    })),
    { name: 'charts', files: charts.map((chunk) => chunk.file), budget: BUDGETS.charts },
    { name: 'styles', files: assets.filter((file) => file.endsWith('.css')), budget: BUDGETS.css },
    { name: 'fonts', files: assets.filter((file) => FONT.test(file)), budget: BUDGETS.fonts },
  ]
}

/** What is there when a part of a single page is asked for: the frame, and that page. */
function before(chunk, list, signedIn) {
  const [page, ...others] = list.filter(({ lazyImports }) => lazyImports.includes(chunk.file))
  if (!page?.lazyModule || others.length > 0) return signedIn
  return new Set([...signedIn, ...withImports([page], list)])
}

function missing(path) {
  throw new Error(
    `${path} is not loaded by import(): tell FRAME in check-budgets.mjs what surrounds the pages now`,
  )
}

/** Modules of some chunks by their share of the code, packages as one; the largest come first. */
export function biggest(files, list) {
  const sizes = new Map()
  for (const chunk of list.filter(({ file }) => files.includes(file))) {
    for (const [path, size] of Object.entries(chunk.modules)) {
      const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(path)?.[1] ?? path
      sizes.set(name, (sizes.get(name) ?? 0) + size)
    }
  }
  return [...sizes].sort((one, other) => other[1] - one[1]).slice(0, BIGGEST)
}

function main() {
  if (!existsSync(REPORT)) {
    console.error(`${REPORT} is missing: run \`npm run build\` first`)
    process.exit(1)
  }
  const list = JSON.parse(readFileSync(REPORT, 'utf8'))
  const assets = readdirSync(join(DIST, 'assets')).map((file) => `assets/${file}`)
  let over = 0
  for (const { name, files, budget } of subjects(list, assets)) {
    const size = files.reduce((sum, file) => sum + weight(file), 0) / 1000
    const line = `${name}: ${size.toFixed(1)} of ${budget} KB`
    if (size <= budget) {
      console.log(`✓ ${line}`)
      continue
    }
    over += 1
    console.error(`✗ ${line}. The largest parts, before minification:`)
    for (const [path, bytes] of biggest(files, list)) {
      console.error(`    ${(bytes / 1000).toFixed(1).padStart(7)} KB  ${path}`)
    }
  }
  if (over > 0) process.exit(1)
}

function weight(file) {
  const content = readFileSync(join(DIST, file))
  return file.endsWith('.woff2') ? content.length : gzipSync(content, { level: 9 }).length
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
