import type { RunRow } from '../runRow'
import { type FilterKey, findKey } from './keys'
import { scan, type Term } from './scan'

/** Something that can stand at the cursor. */
export interface Suggestion {
  /** What it is called in the list. */
  label: string
  /** The key whose meaning or whose value it is. */
  key: string
  /** How many rows have this value; absent for keys. */
  count: number | undefined
  /** The whole filter once it is taken. */
  text: string
  /** Where the cursor is then. */
  cursor: number
}

const MOST = 8

/** What may be typed at a cursor: keys where none is, else the values that rows have. */
export function suggest(
  text: string,
  cursor: number,
  keys: ReadonlyMap<string, FilterKey>,
  rows: readonly RunRow[],
): Suggestion[] {
  const term = scan(text).find(({ start, end }) => start < cursor && cursor <= end)
  if (term?.key === undefined || term.operator === undefined) {
    return suggestKeys(text, cursor, term, keys)
  }
  const key = findKey(keys, term.key)
  if (!key || cursor < term.valueStart || (key.kind !== 'text' && key.kind !== 'parameter')) return []
  return suggestValues(text, cursor, term, key, rows)
}

function suggestKeys(
  text: string,
  cursor: number,
  term: Term | undefined,
  keys: ReadonlyMap<string, FilterKey>,
): Suggestion[] {
  const start = term ? term.start + (term.negative ? 1 : 0) : cursor
  const typed = text.slice(start, cursor).toLowerCase()
  const alias = findKey(keys, typed)?.name
  const found = [...keys.values()].filter(({ name }) => name.toLowerCase().includes(typed) || name === alias)
  const rank = ({ name }: FilterKey) => (name === alias ? 0 : name.toLowerCase().startsWith(typed) ? 1 : 2)
  if (typed !== '') found.sort((a, b) => rank(a) - rank(b))
  return found.slice(0, typed === '' ? undefined : MOST).map((key) => {
    const word = `${key.name}${key.kind === 'text' || key.kind === 'parameter' ? ':' : '>'}`
    return replaced(text, start, term?.end ?? cursor, word, {
      label: key.name,
      key: key.name,
      count: undefined,
    })
  })
}

function suggestValues(
  text: string,
  cursor: number,
  term: Term,
  key: Extract<FilterKey, { kind: 'text' | 'parameter' }>,
  rows: readonly RunRow[],
): Suggestion[] {
  const typed = text.slice(term.valueStart, cursor).replaceAll('"', '').toLowerCase()
  const counts = new Map<string, number>()
  for (const row of rows) {
    const value = key.kind === 'text' ? key.read(row)[0] : key.read(row)
    if (value === undefined || value === null) continue
    const word = String(value)
    if (word.toLowerCase().includes(typed)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST)
    .map(([value, count]) =>
      replaced(text, term.valueStart, term.end, `${quoted(value)} `, { label: value, key: key.name, count }),
    )
}

function replaced(
  text: string,
  start: number,
  end: number,
  word: string,
  more: Pick<Suggestion, 'label' | 'key' | 'count'>,
): Suggestion {
  const rest = text.slice(end)
  const between = word.endsWith(' ') ? rest.trimStart() : rest
  return { ...more, text: text.slice(0, start) + word + between, cursor: start + word.length }
}

/** A value that has spaces, commas or operators stands in quotes. */
export function quoted(value: string): string {
  return /[\s,"]/.test(value) ? `"${value.replaceAll('"', '')}"` : value
}
