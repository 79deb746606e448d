import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '@/api/client'
import { keys } from '@/api/keys'
import type { Run } from './api'

/** The parts of the engine's report that the page draws; the OpenAPI document calls it an object. */
export interface Report {
  n_samples: number
  n_train: number
  n_test: number
  n_features: number
  verdict?: { significant: boolean; detail: string } | null
}

export interface Curve {
  label: string
  area: number
  points: { x: number; y: number }[]
}

/** Scores of a classifier that are more than a number; absent for regression. */
export interface Details {
  confusion_matrix?: { labels: string[]; counts: number[][] }
  roc_curve?: Curve[]
  pr_curve?: Curve[]
  samples?: { actual: number; predicted: number; residual: number }[]
}

export interface RunWithReport {
  run: Run
  details: Details
  report: Report
  importance: { feature: string; mean: number; std: number }[]
  warnings: { kind: string; column: string | null; detail: string }[]
}

/** One run with everything that was measured. */
export function runQuery(id: string) {
  return queryOptions({
    queryKey: [...keys.runs, id],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<RunWithReport> => {
      const run = await answerOf(
        api.GET('/api/ml/v1/training-runs/{id}', { params: { path: { id } }, signal }),
      )
      const { report, importance, warnings } = run as unknown as Omit<RunWithReport, 'run' | 'details'>
      return { run, details: run.metrics as Details, report, importance, warnings }
    },
  })
}
