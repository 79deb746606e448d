import type { RunWithReport } from '../detail'

/** The parts of a run's report. */
export type Part = 'result' | 'errors' | 'columns' | 'search' | 'made' | 'files'

/** Those parts that a run has something for, in the order of reading. */
export function partsOf({ details, report, importance }: RunWithReport): Part[] {
  const errors = details.confusion_matrix ?? details.samples?.length
  const columns = importance.length + report.partial_dependence.length > 0
  const search = report.search !== null || report.learning_curve.length > 0
  return [
    'result',
    ...(errors ? (['errors'] as const) : []),
    ...(columns ? (['columns'] as const) : []),
    ...(search ? (['search'] as const) : []),
    'made',
    'files',
  ]
}
