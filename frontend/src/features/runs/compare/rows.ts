import { isError, METRICS } from '@/lib/scores'
import type { RunWithReport } from '../detail'
import { type ParameterValue, parametersOf } from '../parameters'

/** How values of a row are written. */
export type RowKind = 'score' | 'price' | 'duration' | 'count' | 'plain' | 'family' | 'task' | 'moment'

/** One thing in which runs can differ. */
export interface CompareRow {
  /** Names the row: `accuracy`, `alpha`, `cost`. */
  id: string
  group: 'scores' | 'parameters' | 'effort' | 'data'
  kind: RowKind
  /** One for each run, in their order. */
  values: readonly (ParameterValue | undefined)[]
  /** Whether less or more of it is better; absent where neither is. */
  better: 'less' | 'more' | undefined
}

/** Everything that runs can differ in. */
export function compareRows(runs: readonly RunWithReport[]): CompareRow[] {
  const row = (
    group: CompareRow['group'],
    id: string,
    kind: RowKind,
    read: (run: RunWithReport) => ParameterValue | undefined,
    better?: CompareRow['better'],
  ): CompareRow => ({ id, group, kind, values: runs.map(read), better })
  const scores = Object.values(METRICS)
    .flat()
    .filter((metric) => runs.some(({ run }) => run.metrics[metric] !== undefined))
  const parameters = new Set(runs.flatMap(({ run }) => [...parametersOf(run).keys()]))
  return [
    ...scores.map((metric) =>
      row('scores', metric, 'score', ({ run }) => run.metrics[metric], isError(metric) ? 'less' : 'more'),
    ),
    row('parameters', 'model', 'family', ({ run }) => run.model_type),
    ...[...parameters].map((name) =>
      row('parameters', name, 'plain', ({ run }) => parametersOf(run).get(name)),
    ),
    row('effort', 'cost', 'price', ({ run }) => run.cost_usd, 'less'),
    row('effort', 'duration', 'duration', ({ run }) => run.duration_ms, 'less'),
    row('effort', 'mode_used', 'plain', ({ run }) => run.mode_used),
    row('effort', 'created', 'moment', ({ run }) => run.created_at),
    row('data', 'dataset', 'plain', ({ run }) => run.dataset_name),
    row('data', 'version', 'count', ({ run }) => run.dataset_version),
    row('data', 'target', 'plain', ({ run }) => run.target),
    row('data', 'task', 'task', ({ run }) => run.task),
    row('data', 'train_rows', 'count', ({ report }) => report.n_train),
    row('data', 'test_rows', 'count', ({ report }) => report.n_test),
    row('data', 'columns', 'count', ({ report }) => report.n_features),
  ]
}

/** Whether a row tells the runs apart. When a run was finished always does, so it never counts. */
export function differs(row: CompareRow): boolean {
  return row.id !== 'created' && row.values.some((value) => value !== row.values[0])
}

/** The places of the best values of a row; none where all are the same, or nothing is better. */
export function bestOf({ values, better }: CompareRow): ReadonlySet<number> {
  const numbers = values.filter((value): value is number => typeof value === 'number')
  if (better === undefined || new Set(numbers).size < 2) return new Set()
  const best = better === 'more' ? Math.max(...numbers) : Math.min(...numbers)
  return new Set(values.flatMap((value, index) => (value === best ? [index] : [])))
}

/** Why scores of runs cannot simply be set side by side. */
export type Mismatch = 'dataset' | 'version' | 'target' | 'split'

/** What was not the same for all runs, so that their scores were measured on different rows or mean different things. */
export function mismatchesOf(runs: readonly RunWithReport[]): Mismatch[] {
  const several = (read: (run: RunWithReport) => unknown) => new Set(runs.map(read)).size > 1
  if (several(({ run }) => run.dataset_name)) return ['dataset']
  return [
    ...(several(({ run }) => run.dataset_id) ? ['version' as const] : []),
    ...(several(({ run }) => run.target) ? ['target' as const] : []),
    ...(several(({ run }) => `${run.parameters.seed} ${run.parameters.test_fraction}`)
      ? ['split' as const]
      : []),
  ]
}
