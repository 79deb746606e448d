import type { RunRow } from '../runRow'
import { compile } from './compile'
import { type FilterKey, findKey, nearestName } from './keys'
import { scan, type Term } from './scan'

/** What is wrong with a term, for the page to say. */
export type FilterProblem =
  | { kind: 'unknown-key'; key: string; nearest: string | undefined }
  | { kind: 'no-value'; key: string; operator: string }
  | { kind: 'no-number' | 'no-duration' | 'no-date'; key: string; value: string }
  | { kind: 'no-order'; key: string; operator: string }
  | { kind: 'open-quote'; value: string }

/** Whether a row is one of those that a term asks for. */
export type Test = (row: RunRow) => boolean

export interface Filter {
  /** What rows must pass, all of them. A term that is wrong asks for nothing. */
  tests: readonly Test[]
  problems: readonly FilterProblem[]
}

/** Understands a filter: free words, and terms such as `model:ridge`, `acc>0.9`, `-target:y`, `created>=2026-11`. */
export function parseFilter(text: string, keys: ReadonlyMap<string, FilterKey>, now: number): Filter {
  const tests: Test[] = []
  const problems: FilterProblem[] = []
  for (const term of scan(text)) {
    const outcome = understand(term, keys, now)
    if (typeof outcome === 'function') {
      tests.push(term.negative ? (row) => !outcome(row) : outcome)
    } else problems.push(outcome)
  }
  return { tests, problems }
}

function understand(term: Term, keys: ReadonlyMap<string, FilterKey>, now: number): Test | FilterProblem {
  if (term.open) return { kind: 'open-quote', value: term.values.at(-1) ?? '' }
  if (term.key === undefined || term.operator === undefined) {
    const words = term.values.map((value) => value.toLowerCase())
    return (row) => words.every((word) => row.words.includes(word))
  }
  const key = findKey(keys, term.key)
  if (!key) return { kind: 'unknown-key', key: term.key, nearest: nearestName(keys, term.key) }
  if (term.values.length === 0) return { kind: 'no-value', key: key.name, operator: term.operator }
  return compile(key, term.operator, term.values, now)
}

/** The rows that pass all tests of a filter. */
export function filterRows(rows: readonly RunRow[], filter: Filter): readonly RunRow[] {
  if (filter.tests.length === 0) return rows
  return rows.filter((row) => filter.tests.every((test) => test(row)))
}
