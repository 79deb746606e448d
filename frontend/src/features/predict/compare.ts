import type { Prediction } from '@/lib/onnx/model'

/** Answers that differ by no more than this are the same: single precision of the inputs explains it. */
export const SAME = 1e-5

/**
 * The largest difference between two answers: of probabilities, or of numbers relative to their size. Infinite when
 * they name different classes.
 */
export function differenceOf(one: Prediction, other: Prediction): number {
  if (typeof one.prediction === 'number' && typeof other.prediction === 'number') {
    const size = Math.max(1, Math.abs(one.prediction), Math.abs(other.prediction))
    return Math.abs(one.prediction - other.prediction) / size
  }
  if (one.prediction !== other.prediction) return Number.POSITIVE_INFINITY
  const labels = Object.keys({ ...one.probabilities, ...other.probabilities })
  const gaps = labels.map((label) =>
    Math.abs((one.probabilities?.[label] ?? 0) - (other.probabilities?.[label] ?? 0)),
  )
  return Math.max(0, ...gaps)
}
