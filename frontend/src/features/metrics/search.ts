import { METRICS, type Task } from '@/lib/scores'

/** How many days back the presets reach. */
export const PERIODS = ['7', '30', '90'] as const
export type Period = (typeof PERIODS)[number]

/** What a score is set against. */
export const EFFORTS = ['cost', 'duration'] as const
export type Effort = (typeof EFFORTS)[number]

/** What the address says about the page. What is absent has its default: everything there is. */
export interface MetricsSearch {
  task?: Task
  /** A dataset's name, in all its versions, and what is predicted there. */
  dataset?: string
  target?: string
  metric?: string
  period?: Period
  /** The first and the last day, as `2026-05-31`; they stand above `period`. */
  from?: string
  to?: string
  effort?: 'duration'
}

/** What is to be different; undefined goes back to the default. */
export type MetricsChange = { [Name in keyof MetricsSearch]?: MetricsSearch[Name] | undefined }

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Reads an address; what makes no sense is left out. */
export function readMetricsSearch(search: Record<string, unknown>): MetricsSearch {
  const read: MetricsSearch = {}
  if (search.task === 'classification' || search.task === 'regression') read.task = search.task
  for (const name of ['dataset', 'target'] as const) {
    const value = search[name]
    if (typeof value === 'string' && value !== '') read[name] = value
    // What looks like a number has become one on its way through the address.
    if (typeof value === 'number') read[name] = String(value)
  }
  const metric = Object.values(METRICS)
    .flat()
    .find((one) => one === search.metric)
  if (metric) read.metric = metric
  const period = PERIODS.find((one) => one === String(search.period))
  if (period) read.period = period
  for (const name of ['from', 'to'] as const) {
    const value = search[name]
    if (typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value))) read[name] = value
  }
  if (search.effort === 'duration') read.effort = 'duration'
  return read
}

/** The address after a change. */
export function changedSearch(search: MetricsSearch, change: MetricsChange): MetricsSearch {
  return readMetricsSearch({ ...search, ...change })
}
