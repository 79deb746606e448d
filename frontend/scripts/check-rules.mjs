// Holds the walls between the rooms of src/: imports go one way (shared → features → app), no feature knows another,
// no file only re-exports, only api/ talks to the network, and only tokens.css names colours.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const SRC = fileURLToPath(new URL('../src', import.meta.url))

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g
const NETWORK = /\bfetch\(|\bXMLHttpRequest\b|\bEventSource\b|\bWebSocket\b|\bsendBeacon\b/
const COLOUR =
  /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b(?!['"]?\s*\))|\b(?:rgba?|hsla?|oklch|oklab|hwb)\(/i
const PALETTE = /\b(?:bg|text|border|fill|stroke|outline|ring)-(?:black|white|(?:[a-z]+)-\d{2,3})\b/

/** What each room may import, by the first folder under src/. */
const MAY_IMPORT = {
  lib: ['lib'],
  i18n: ['i18n', 'lib', 'api'],
  api: ['api', 'lib'],
  components: ['components', 'api', 'i18n', 'lib'],
  charts: ['charts', 'components', 'i18n', 'lib'],
  features: ['charts', 'components', 'api', 'i18n', 'lib'],
  app: ['app', 'features', 'charts', 'components', 'api', 'i18n', 'lib'],
}

export function problemsOf(path, text) {
  const problems = []
  const isTest = /\.test\.tsx?$/.test(path) || path.startsWith('test/')
  const room = path.includes('/') ? path.split('/')[0] : ''
  if (/\/index\.tsx?$/.test(path)) problems.push('a barrel: import the file itself')
  if (path !== 'styles/tokens.css' && !isTest) {
    if (COLOUR.test(text)) problems.push(`a colour outside tokens.css: ${COLOUR.exec(text)[0]}`)
    if (PALETTE.test(text)) problems.push(`a colour that is no token: ${PALETTE.exec(text)[0]}`)
  }
  if (room !== 'api' && !isTest && NETWORK.test(text)) {
    problems.push(`${NETWORK.exec(text)[0]} outside api/: nothing else talks to the network`)
  }
  if (!isTest && MAY_IMPORT[room]) problems.push(...wrongImports(path, room, text))
  return problems
}

function wrongImports(path, room, text) {
  const problems = []
  const feature = room === 'features' ? path.split('/')[1] : undefined
  for (const match of text.matchAll(IMPORT)) {
    const target = targetOf(path, match[1] ?? match[2] ?? match[3])
    if (target === undefined) continue
    const [targetRoom, targetFeature] = target.split('/')
    const own = targetRoom === 'features' && feature !== undefined && targetFeature === feature
    if (!own && !MAY_IMPORT[room].includes(targetRoom)) problems.push(`may not import ${target}`)
  }
  return problems
}

/** The imported file's path under src/, or undefined for a package. */
function targetOf(path, specifier) {
  if (specifier.startsWith('@/')) return specifier.slice(2)
  if (!specifier.startsWith('.')) return undefined
  return relative(SRC, resolve(SRC, dirname(path), specifier))
    .split(sep)
    .join('/')
}

function main() {
  let found = 0
  for (const entry of readdirSync(SRC, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(tsx?|css)$/.test(entry.name) || entry.name === 'schema.d.ts') continue
    const file = join(entry.parentPath, entry.name)
    const path = relative(SRC, file).split(sep).join('/')
    for (const problem of problemsOf(path, readFileSync(file, 'utf8'))) {
      console.error(`src/${path}: ${problem}`)
      found += 1
    }
  }
  if (found > 0) process.exit(1)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
