import { describe, expect, it } from 'vitest'
import { isBeyondChance, misfitOf, rangeOf } from './calibration'

const bin = (predicted: number, observed: number, count = 10, reach = 0.1) => ({
  predicted,
  observed,
  low: observed - reach,
  high: observed + reach,
  count,
})

const calibration = (...bins: ReturnType<typeof bin>[]) => {
  const rows = bins.reduce((sum, { count }) => sum + count, 0)
  const off = bins.reduce((sum, one) => sum + one.count * Math.abs(one.predicted - one.observed), 0)
  return { bins, brier: 0.1, expected_error: off / rows }
}

describe('rangeOf', () => {
  it('is everything, unless it all is in a corner', () => {
    expect(rangeOf([bin(0.1, 0.1), bin(0.9, 0.8)])).toEqual([0, 1])
    expect(rangeOf([bin(0.93, 0.9), bin(0.99, 0.95, 10, 0.05)])).toEqual([0.8, 1])
  })
})

describe('misfitOf', () => {
  it('counts the groups that are off by more than their interval, on either side', () => {
    expect([bin(0.5, 0.55), bin(0.5, 0.7), bin(0.9, 0.5)].map(isBeyondChance)).toEqual([false, true, true])
    expect(misfitOf(calibration(bin(0.5, 0.55), bin(0.5, 0.7), bin(0.9, 0.5))).beyondChance).toBe(2)
  })

  it.each([
    ['too-high', [bin(0.6, 0.5), bin(0.9, 0.7)]],
    ['too-low', [bin(0.2, 0.5), bin(0.9, 0.91)]],
    ['both', [bin(0.2, 0.4), bin(0.9, 0.7)]],
    ['exact', [bin(0.2, 0.2), bin(0.8, 0.8)]],
  ] as const)('says that probabilities are %s', (leaning, bins) => {
    expect(misfitOf(calibration(...bins)).leaning).toBe(leaning)
  })

  it('weighs groups by their rows', () => {
    expect(misfitOf(calibration(bin(0.2, 0.4, 2), bin(0.9, 0.7, 98))).leaning).toBe('too-high')
  })
})
