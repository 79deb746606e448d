import { isError } from '@/lib/scores'
import type { Run } from './api'

/** A run's main score beside what puts it into proportion. */
export interface MainScore {
  metric: string
  value: number
  /** The baseline's value of the same score. */
  baseline: number | undefined
  /** How much better than the baseline; negative when worse, whatever the direction of the score. */
  gain: number | undefined
  interval: { low: number; high: number; level: number } | undefined
}

/** The score a run is judged by: that of its interval, else the usual one of its task. */
export function mainScore(run: Run): MainScore | undefined {
  const interval = run.interval ?? undefined
  const metric = interval?.metric ?? (run.task === 'regression' ? 'r2' : 'accuracy')
  const value = run.metrics[metric]
  if (typeof value !== 'number') return undefined
  const baseline = run.baseline.metrics[metric]
  const difference = baseline === undefined ? undefined : value - baseline
  return {
    metric,
    value,
    baseline,
    gain: difference !== undefined && isError(metric) ? -difference : difference,
    interval,
  }
}
