import type { ExampleRun } from './example'

/** What a threshold does to the held-out rows. */
export interface Decision {
  /** Rows that are accepted, and rightly. */
  found: number
  /** Rows that are not, although they belong. */
  missed: number
  /** Rows that are accepted wrongly. */
  falseAlarms: number
  /** Rows that are rightly left alone. */
  leftAlone: number
}

/** The counts at a point of the ROC curve: its rates are shares of the rows of each class. */
export function decisionAt(run: ExampleRun, index: number): Decision {
  const [negatives = 0, positives = 0] = run.counts.map((row) => row.reduce((sum, count) => sum + count, 0))
  const point = run.roc.points[index] ?? { x: 0, y: 0 }
  const found = Math.round(point.y * positives)
  const falseAlarms = Math.round(point.x * negatives)
  return { found, missed: positives - found, falseAlarms, leftAlone: negatives - falseAlarms }
}

/** The point where a threshold of one half is: the last that accepts nothing less probable. */
export function usualPoint(run: ExampleRun): number {
  return run.roc.points.findLastIndex(({ threshold }) => threshold === null || threshold >= 0.5)
}
