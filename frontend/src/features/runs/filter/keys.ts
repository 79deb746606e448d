import { METRICS } from '@/lib/scores'
import { type ParameterValue, parametersOf } from '../parameters'
import { metricOf, type RunRow } from '../runRow'

/** What can be asked for by name. */
export type FilterKey =
  | { name: string; kind: 'text'; read: (row: RunRow) => readonly string[] }
  | { name: string; kind: 'number' | 'duration' | 'age'; read: (row: RunRow) => number | undefined }
  | { name: string; kind: 'date'; read: (row: RunRow) => number }
  | { name: string; kind: 'parameter'; read: (row: RunRow) => ParameterValue | undefined }

/** Scores of any task. */
export const SCORES = Object.values(METRICS).flat()

const FIXED: readonly FilterKey[] = [
  { name: 'model', kind: 'text', read: (row) => [row.modelType, row.model] },
  { name: 'dataset', kind: 'text', read: (row) => [row.dataset] },
  { name: 'target', kind: 'text', read: (row) => [row.target] },
  { name: 'status', kind: 'text', read: (row) => [row.status] },
  { name: 'task', kind: 'text', read: (row) => [row.task] },
  { name: 'id', kind: 'text', read: (row) => [row.id] },
  { name: 'score', kind: 'number', read: (row) => row.score?.value },
  { name: 'gain', kind: 'number', read: (row) => row.score?.gain },
  ...SCORES.map((name): FilterKey => ({ name, kind: 'number', read: (row: RunRow) => metricOf(row, name) })),
  { name: 'low', kind: 'number', read: (row) => row.score?.interval?.low },
  { name: 'high', kind: 'number', read: (row) => row.score?.interval?.high },
  { name: 'cost', kind: 'number', read: (row) => row.cost },
  { name: 'duration', kind: 'duration', read: (row) => row.duration },
  { name: 'version', kind: 'number', read: (row) => row.version },
  { name: 'created', kind: 'date', read: (row) => row.created },
  { name: 'age', kind: 'age', read: (row) => row.created },
]

const ALIASES: Record<string, string> = {
  acc: 'accuracy',
  auc: 'roc_auc',
  logloss: 'log_loss',
  prec: 'precision',
  rec: 'recall',
  data: 'dataset',
  time: 'duration',
  date: 'created',
  family: 'model',
  price: 'cost',
}

/** All keys: those that every run has, and the parameters that there are. */
export function filterKeys(parameters: readonly string[]): ReadonlyMap<string, FilterKey> {
  const keys = new Map(FIXED.map((key) => [key.name, key]))
  for (const name of parameters) {
    const lower = name.toLowerCase()
    if (keys.has(lower)) continue
    keys.set(lower, {
      name,
      kind: 'parameter',
      read: (row) => row.run && parametersOf(row.run).get(name),
    })
  }
  return keys
}

/** The key of a name as it was typed: capital letters do not matter, and short forms are known. */
export function findKey(keys: ReadonlyMap<string, FilterKey>, typed: string): FilterKey | undefined {
  const lower = typed.toLowerCase()
  return keys.get(lower) ?? keys.get(ALIASES[lower] ?? '')
}

/** The name that was probably meant, if one is near. */
export function nearestName(keys: ReadonlyMap<string, FilterKey>, typed: string): string | undefined {
  const lower = typed.toLowerCase()
  let best: string | undefined
  let least = Math.min(3, Math.ceil(lower.length / 2) + 1)
  for (const [name, key] of keys) {
    const distance = name.startsWith(lower) ? 0 : editDistance(lower, name)
    if (distance < least) {
      least = distance
      best = key.name
    }
  }
  return best
}

/** How many letters have to be changed, added, left out or swapped with the next (optimal string alignment). */
export function editDistance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, index) => index)]
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= to.length; j += 1) {
      const change = at(i - 1, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      const swap = swapped ? at(i - 2, j - 2) + 1 : change
      row.push(Math.min(change, swap, at(i - 1, j) + 1, at(i, j - 1) + 1))
    }
  }
  return at(from.length, to.length)
}
