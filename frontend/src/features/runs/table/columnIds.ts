import { storedValue } from '@/lib/storedValue'
import { SCORES } from '../filter/keys'
import { idsOf } from './search'

/** Columns that every table of runs can have, in their order. */
export const STANDARD = [
  'model',
  'dataset',
  'target',
  'status',
  'spark',
  'score',
  'interval',
  'cost',
  'duration',
  'created',
  'task',
  'version',
  'mode',
] as const

export type StandardColumn = (typeof STANDARD)[number]

/** What is in sight until somebody chooses: the rest is a click away. */
export const USUAL: readonly string[] = STANDARD.slice(0, 10)

/** The columns that this browser's user chose last. */
export const storedColumns = storedValue('stint.runs.columns', (stored): readonly string[] => {
  const ids = idsOf(stored)
  return ids.length > 0 ? ids : USUAL
})

const METRIC = 'metric.'
const PARAMETER = 'param.'

export const metricColumn = (metric: string) => METRIC + metric
export const parameterColumn = (name: string) => PARAMETER + name

/** The score that a column shows, if it shows one. */
export function metricOfColumn(id: string): string | undefined {
  return id.startsWith(METRIC) ? id.slice(METRIC.length) : undefined
}

/** The parameter that a column shows, if it shows one. */
export function parameterOfColumn(id: string): string | undefined {
  return id.startsWith(PARAMETER) ? id.slice(PARAMETER.length) : undefined
}

/** A list of columns with one more or one less; those of the standard order keep it, others come last. */
export function toggled(ids: readonly string[], id: string): string[] {
  // The model is the way to the run.
  if (id === 'model') return [...ids]
  if (ids.includes(id)) return ids.filter((other) => other !== id)
  const order = [...STANDARD, ...SCORES.map(metricColumn)] as readonly string[]
  const place = (one: string) => (order.includes(one) ? order.indexOf(one) : order.length)
  return [...ids, id].sort((a, b) => place(a) - place(b))
}
