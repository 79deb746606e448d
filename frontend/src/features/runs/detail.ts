import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '@/api/client'
import { keys } from '@/api/keys'
import type { components } from '@/api/schema'
import { limiter } from '@/lib/limiter'
import type { Run } from './api'

export type Schemas = components['schemas']

export type Report = Schemas['Report']
export type Curve = Schemas['ClassCurve']

/** What belongs to one task only is absent for the other. */
export type Details = Partial<Schemas['ClassificationMetrics'] & Schemas['RegressionMetrics']>

export interface RunWithReport {
  /** The run as lists show it. */
  run: Run
  details: Details
  report: Report
  importance: Schemas['FeatureImportance'][]
  warnings: Schemas['Warning'][]
}

/** A comparison asks for many runs; the API answers some at a time. */
const inTurn = limiter(8)

/** One run with everything that was measured. */
export function runQuery(id: string) {
  return queryOptions({
    queryKey: [...keys.runs, id],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<RunWithReport> => {
      const answer = await inTurn(() =>
        answerOf(api.GET('/api/ml/v1/training-runs/{id}', { params: { path: { id } }, signal })),
      )
      const { metrics, report, importance, warnings } = answer
      return {
        run: { ...answer, metrics: numbersOf(metrics) },
        details: metrics,
        report,
        importance,
        warnings,
      }
    },
  })
}

/** The scores that are single numbers. */
function numbersOf(metrics: Schemas['Metrics']): Record<string, number> {
  const scores = Object.entries(metrics).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  )
  return Object.fromEntries(scores)
}
