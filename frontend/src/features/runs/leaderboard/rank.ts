import { isError } from '@/lib/scores'
import type { Run } from '../api'
import { goodness } from '../mainScore'

/** How a run stands against the one that is ranked next above it with another value. */
export type Standing =
  /** There is none above. */
  | { kind: 'leads' }
  /** The intervals do not overlap. */
  | { kind: 'behind'; rank: number }
  /** They overlap: the order may be chance. */
  | { kind: 'level'; rank: number }
  /** One of them has no interval. */
  | { kind: 'unknown' }

export interface Ranked {
  run: Run
  value: number
  interval: { low: number; high: number; level: number } | undefined
  /** From 1; equal values have the same rank, and the next one counts them all. */
  rank: number
  /** How many others have the same value. */
  ties: number
  standing: Standing
  /** Places won since before the newest run, negative if lost; undefined if it was not there before. */
  change: number | undefined
}

interface Scored {
  run: Run
  value: number
}

/** Runs by a score, best first; those without the score are left out. Of equal ones the older stands first. */
export function rankRuns(runs: readonly Run[], metric: string): Ranked[] {
  const scored = inOrder(runs, metric)
  const ranks = ranksOf(scored)
  const newest = runs[0]
  const before = inOrder(runs.slice(1), metric)
  const formerRanks = new Map(ranksOf(before).map((rank, index) => [before[index]?.run.id, rank]))
  const places = placesOf(scored)
  return scored.map(({ run, value }, index): Ranked => {
    const rank = ranks[index] as number
    const former = run === newest ? undefined : formerRanks.get(run.id)
    const { first, count } = places.get(value) as Places
    const above = scored[first - 1]?.run
    return {
      run,
      value,
      interval: intervalOf(run, metric),
      rank,
      ties: count - 1,
      standing: standingOf(run, above, ranks[first - 1] ?? 0, metric),
      change: former === undefined ? undefined : former - rank,
    }
  })
}

interface Places {
  /** The first place with a value, from 0. */
  first: number
  count: number
}

/** Where each value stands in an order. */
function placesOf(scored: readonly Scored[]): ReadonlyMap<number, Places> {
  const places = new Map<number, Places>()
  scored.forEach(({ value }, index) => {
    const known = places.get(value)
    if (known) known.count += 1
    else places.set(value, { first: index, count: 1 })
  })
  return places
}

function inOrder(runs: readonly Run[], metric: string): Scored[] {
  const scored = runs.flatMap((run) => {
    const value = run.metrics[metric]
    return value === undefined ? [] : [{ run, value }]
  })
  // Runs come newest first; a stable sort of the oldest first leaves the older of equal ones in front.
  return scored.reverse().sort((a, b) => goodness(metric, b.value) - goodness(metric, a.value))
}

function ranksOf(scored: readonly Scored[]): number[] {
  const ranks: number[] = []
  scored.forEach(({ value }, index) => {
    ranks.push(index > 0 && scored[index - 1]?.value === value ? (ranks[index - 1] as number) : index + 1)
  })
  return ranks
}

/** A run's interval, if it is one of this score. */
export function intervalOf(run: Run, metric: string): Ranked['interval'] {
  return run.interval?.metric === metric ? run.interval : undefined
}

function standingOf(run: Run, above: Run | undefined, rank: number, metric: string): Standing {
  if (!above) return { kind: 'leads' }
  const [own, others] = [intervalOf(run, metric), intervalOf(above, metric)]
  if (!own || !others) return { kind: 'unknown' }
  const overlap = isError(metric) ? own.low <= others.high : own.high >= others.low
  return overlap ? { kind: 'level', rank } : { kind: 'behind', rank }
}

/** How many, from the top, cannot be told from the first: their intervals reach into its own. */
export function levelWithFirst(ranked: readonly Ranked[], metric: string): number {
  const first = ranked[0]?.interval
  if (!first) return 0
  return ranked.filter(({ interval }, index) => {
    if (index === 0 || !interval) return false
    return isError(metric) ? interval.low <= first.high : interval.high >= first.low
  }).length
}

/** The best value so far after each run, oldest first, where it got better. */
export function bestSoFar(runs: readonly Run[], metric: string): { x: number; y: number }[] {
  const points: { x: number; y: number }[] = []
  for (const run of runs.toReversed()) {
    const value = run.metrics[metric]
    const best = points.at(-1)?.y
    if (value === undefined || (best !== undefined && goodness(metric, value) <= goodness(metric, best)))
      continue
    points.push({ x: Date.parse(run.created_at), y: value })
  }
  return points
}
