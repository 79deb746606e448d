import type { Messages } from '@/i18n/en'
import type { Run } from './api'
import { type MainScore, mainScore } from './mainScore'

/** A training that ended without a run, as its job tells it. */
export interface EndedJob {
  id: string
  status: 'FAILED' | 'CANCELLED'
  /** Why it failed. */
  cause: string | undefined
  model_type: string
  dataset_name: string
  dataset_version: number
  target: string
  task: string
  created_at: string
  cost_usd: number | undefined
}

export type RowStatus = 'done' | 'light' | 'failed' | 'cancelled'

/** A line of the table of trainings: a run, or a training that left none. */
export interface RunRow {
  /** The run's id; the job's where there is no run. */
  id: string
  run: Run | undefined
  /** Why there is no run. */
  cause: string | undefined
  status: RowStatus
  /** The family's name in the language of the page. */
  model: string
  modelType: string
  dataset: string
  version: number
  target: string
  task: string
  score: MainScore | undefined
  /** Dollars. */
  cost: number | undefined
  /** Milliseconds. */
  duration: number | undefined
  createdAt: string
  /** Milliseconds since 1970. */
  created: number
  /** What free words are looked for in, in lower case. */
  words: string
}

/** A run as a row. */
export function rowOfRun(run: Run, t: Messages): RunRow {
  return withWords({
    id: run.id,
    run,
    cause: undefined,
    status: run.fallback_reason ? 'light' : 'done',
    model: t.runs.models[run.model_type] ?? run.model_type,
    modelType: run.model_type,
    dataset: run.dataset_name,
    version: run.dataset_version,
    target: run.target,
    task: run.task,
    score: mainScore(run),
    cost: run.cost_usd,
    duration: run.duration_ms,
    createdAt: run.created_at,
  })
}

/** A training that ended without a run, as a row. */
export function rowOfJob(job: EndedJob, t: Messages): RunRow {
  return withWords({
    id: job.id,
    run: undefined,
    cause: job.cause ?? t.jobs.states[job.status],
    status: job.status === 'FAILED' ? 'failed' : 'cancelled',
    model: t.runs.models[job.model_type] ?? job.model_type,
    modelType: job.model_type,
    dataset: job.dataset_name,
    version: job.dataset_version,
    target: job.target,
    task: job.task,
    score: undefined,
    cost: job.cost_usd,
    duration: undefined,
    createdAt: job.created_at,
  })
}

function withWords(row: Omit<RunRow, 'words' | 'created'>): RunRow {
  const words = [row.model, row.modelType, row.dataset, row.target, row.task, row.id, row.cause ?? '']
  return { ...row, created: Date.parse(row.createdAt), words: words.join('\n').toLowerCase() }
}

/** The value of a score of a row's run. */
export function metricOf(row: RunRow, metric: string): number | undefined {
  return row.run?.metrics[metric]
}
