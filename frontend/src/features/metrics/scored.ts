import type { components } from '@/api/schema'
import { isBetter, METRICS, type Task } from '@/lib/scores'
import type { MetricsChange } from './search'

export type Run = components['schemas']['RunView']

/** A run that has the score in question. */
export interface Scored {
  run: Run
  value: number
  /** When it finished, in milliseconds since 1970. */
  time: number
}

/** A dataset, in all its versions, and what is predicted there: only here scores can be set against each other. */
export interface Subject {
  dataset: string
  target: string
  task: Task
  runs: number
}

/** What the page shows: every choice made. */
export interface Choice {
  task: Task
  metric: string
  subject: Subject | undefined
  /** From when to when, in milliseconds since 1970; open where undefined. */
  from: number | undefined
  to: number | undefined
}

const DAY = 24 * 3_600_000

/** Everything that models were trained for, with the most runs first. */
export function subjectsOf(runs: readonly Run[]): Subject[] {
  const subjects = new Map<string, Subject>()
  for (const { dataset_name: dataset, target, task } of runs) {
    const key = JSON.stringify([dataset, target, task])
    const subject = subjects.get(key) ?? { dataset, target, task, runs: 0 }
    subject.runs += 1
    subjects.set(key, subject)
  }
  return [...subjects.values()].sort((a, b) => b.runs - a.runs)
}

/** Fills in what the address does not say, and leaves out what does not go together. */
export function chooseFrom(search: MetricsChange, subjects: readonly Subject[], now: number): Choice {
  const subject = subjects.find(
    ({ dataset, target, task }) =>
      dataset === search.dataset &&
      target === search.target &&
      (search.task === undefined || task === search.task),
  )
  const task = search.task ?? subject?.task ?? subjects[0]?.task ?? 'classification'
  const metrics = METRICS[task]
  return {
    task,
    subject,
    metric: metrics.find((metric) => metric === search.metric) ?? metrics[0] ?? '',
    ...rangeOf(search, now),
  }
}

/** Days are those of the place where the page is looked at; the last one is whole. */
function rangeOf({ period, from, to }: MetricsChange, now: number) {
  if (from !== undefined || to !== undefined) {
    return {
      from: from === undefined ? undefined : startOf(from),
      to: to === undefined ? undefined : startOf(to, 1) - 1,
    }
  }
  return { from: period === undefined ? undefined : now - Number(period) * DAY, to: undefined }
}

/** When a day starts, or the one so many days later; days are not all equally long. */
function startOf(day: string, later = 0): number {
  const start = new Date(`${day}T00:00:00`)
  start.setDate(start.getDate() + later)
  return start.getTime()
}

/** The runs of a choice that have its score, oldest first. */
export function scoredRuns(runs: readonly Run[], choice: Choice): Scored[] {
  const { task, metric, subject, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = choice
  const scored: Scored[] = []
  for (const run of runs) {
    const value = run.metrics[metric]
    const time = Date.parse(run.created_at)
    if (run.task !== task || value === undefined || time < from || time > to) continue
    if (subject && (run.dataset_name !== subject.dataset || run.target !== subject.target)) continue
    scored.push({ run, value, time })
  }
  return scored.sort((a, b) => a.time - b.time)
}

/** The best of runs by their score. */
export function bestOf(scored: readonly Scored[], metric: string): Scored | undefined {
  let best: Scored | undefined
  for (const one of scored) {
    if (!best || isBetter(metric, one.value, best.value)) best = one
  }
  return best
}

/** The best score so far at each run that raised it, and at the last. Runs must be oldest first. */
export function bestSoFar(scored: readonly Scored[], metric: string): Scored[] {
  const steps: Scored[] = []
  for (const one of scored) {
    const last = steps.at(-1)
    if (!last || isBetter(metric, one.value, last.value)) steps.push(one)
  }
  const last = scored.at(-1)
  const best = steps.at(-1)
  return last && best && last !== best ? [...steps, { ...last, run: best.run, value: best.value }] : steps
}

/** What the runs of a choice come to. */
export interface Totals {
  count: number
  mean: number | undefined
  /** Runs better than their own baseline, and those that have one. */
  beatBaseline: number
  withBaseline: number
  cost: number
}

export function totalsOf(scored: readonly Scored[], metric: string): Totals {
  const totals = { count: scored.length, beatBaseline: 0, withBaseline: 0, cost: 0 }
  let sum = 0
  for (const { run, value } of scored) {
    sum += value
    totals.cost += run.cost_usd
    const baseline = run.baseline.metrics[metric]
    if (baseline === undefined || run.model_type === 'baseline') continue
    totals.withBaseline += 1
    if (isBetter(metric, value, baseline)) totals.beatBaseline += 1
  }
  return { ...totals, mean: scored.length > 0 ? sum / scored.length : undefined }
}
