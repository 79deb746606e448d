import type { Schemas } from '../detail'

type Bin = Schemas['CalibrationBin']

/** Which way probabilities are off, if it is one way. */
export type Leaning = 'exact' | 'too-high' | 'too-low' | 'both'

/** How probabilities of a model are off. */
export interface Misfit {
  /** Groups of rows whose interval does not reach the probability that was said of them. */
  beyondChance: number
  leaning: Leaning
}

/** Whether a group is further from what was said of it than chance explains. */
export function isBeyondChance({ predicted, low, high }: Bin): boolean {
  return predicted < low || predicted > high
}

/** A diagram that is at least so wide shows all that there could be. */
const WIDE = 0.6

/** From where to where both directions of the diagram go: everything, or the corner in which it all is. */
export function rangeOf(bins: readonly Bin[]): [number, number] {
  const ends = bins.flatMap(({ predicted, low, high }) => [predicted, low, high])
  const low = Math.floor(Math.min(...ends) * 10) / 10
  const high = Math.ceil(Math.max(...ends) * 10) / 10
  return high - low < WIDE ? [Math.max(low, 0), Math.min(high, 1)] : [0, 1]
}

/** So much of the error must go one way to be called a leaning. */
const ONE_WAY = 0.5

/** What the bins of a reliability diagram come to. */
export function misfitOf({ bins, expected_error }: Schemas['Calibration']): Misfit {
  const rows = bins.reduce((sum, { count }) => sum + count, 0)
  const surplus = bins.reduce(
    (sum, { count, predicted, observed }) => sum + count * (predicted - observed),
    0,
  )
  const share = rows > 0 && expected_error > 0 ? surplus / rows / expected_error : 0
  const oneWay = Math.abs(share) >= ONE_WAY
  return {
    beyondChance: bins.filter(isBeyondChance).length,
    leaning: expected_error === 0 ? 'exact' : !oneWay ? 'both' : share > 0 ? 'too-high' : 'too-low',
  }
}
