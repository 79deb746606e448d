import { isError } from '@/lib/scores'
import type { Run } from './api'
import { type MainScore, mainScore } from './mainScore'

/** The best model of a dataset and what it predicts. */
export interface BestModel {
  run: Run
  score: MainScore
  /** Among how many trainings of the same data and target. */
  among: number
}

/**
 * The best model for each version of a dataset and each target, by the score they are judged by; those trained last
 * come first. Only what learned from the same bytes is compared: another version is another contest. Runs come newest
 * first; of equal ones the older stays.
 */
export function bestModels(runs: readonly Run[]): BestModel[] {
  const best = new Map<string, BestModel>()
  for (const run of runs) {
    const score = mainScore(run)
    if (!score || run.model_type === 'baseline') continue
    const contest = JSON.stringify([run.dataset_id, run.target, score.metric])
    const leader = best.get(contest)
    const wins = !leader || gainOver(leader.score, score) >= 0
    best.set(contest, { ...(wins ? { run, score } : leader), among: (leader?.among ?? 0) + 1 })
  }
  return [...best.values()]
}

/** How much better a score is than another of the same kind. */
function gainOver(leader: MainScore, score: MainScore): number {
  const difference = score.value - leader.value
  return isError(score.metric) ? -difference : difference
}
