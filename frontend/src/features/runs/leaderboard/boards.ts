import type { Task } from '@/lib/scores'
import type { Run } from '../api'

/** One contest: the same rows, the same question. */
export interface Board {
  /** Names it in the address. */
  id: string
  datasetId: string
  dataset: string
  version: number
  target: string
  task: Task
  /** Newest first, as runs come. */
  runs: readonly Run[]
}

/**
 * Runs by what they are about, the contest with the newest run first. Another version of a dataset is another contest:
 * its held-out rows are others.
 */
export function boardsOf(runs: readonly Run[]): Board[] {
  const boards = new Map<string, Board & { runs: Run[] }>()
  for (const run of runs) {
    const id = [run.dataset_id, run.task, run.target].join('~')
    const board = boards.get(id)
    if (board) board.runs.push(run)
    else {
      boards.set(id, {
        id,
        datasetId: run.dataset_id,
        dataset: run.dataset_name,
        version: run.dataset_version,
        target: run.target,
        task: run.task,
        runs: [run],
      })
    }
  }
  return [...boards.values()]
}

/** On how many different sets of held-out rows runs were measured: seed and fraction choose them. */
export function splitsOf(runs: readonly Run[]): number {
  return new Set(runs.map(({ parameters }) => `${parameters.seed} ${parameters.test_fraction}`)).size
}
