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

/**
 * The values a score is drawn between, from the worst worth showing to perfect, so that the better is always to the
 * right. Shares go from 0 to 1, R² from 0 or below to 1, errors from a little more than the largest in sight to 0.
 */
export function rangeOf({ metric, value, baseline, interval }: MainScore): [worst: number, best: number] {
  const seen = [value, baseline ?? value, interval?.low ?? value, interval?.high ?? value]
  if (isError(metric)) return [Math.max(...seen) * 1.05, 0]
  return [Math.min(0, ...seen), 1]
}

/** How much of the way from the baseline to perfect a score has gone, 1 at most; comparable between scores. */
export function skillOf(score: MainScore | undefined): number | undefined {
  if (score?.baseline === undefined) return undefined
  const best = isError(score.metric) ? 0 : 1
  return best === score.baseline ? undefined : (score.value - score.baseline) / (best - score.baseline)
}

/** A number that is the larger the better a score is. */
export function goodness(metric: string, value: number): number {
  return isError(metric) ? -value : value
}

/** The end of an interval that is sure: the score is probably at least as good as that. */
export function sureEnd(score: MainScore | undefined): number | undefined {
  if (!score?.interval) return undefined
  return isError(score.metric) ? -score.interval.high : score.interval.low
}
