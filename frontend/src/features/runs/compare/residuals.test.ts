import { describe, expect, it } from 'vitest'
import { sharesOf } from './residuals'

describe('sharesOf', () => {
  it('sorts all lists into the same bins, and loses nothing', () => {
    const lists = [
      [-10, -1, 0, 1, 10],
      [0, 0, 0.5, 0.5],
    ]
    const [first = [], second = []] = sharesOf(lists, 10)
    expect(first.map(({ x }) => x)).toEqual(second.map(({ x }) => x))
    for (const shares of [first, second]) expect(shares.reduce((sum, { y }) => sum + y, 0)).toBeCloseTo(1)
    expect(Math.max(...second.map(({ y }) => y))).toBe(1)
  })

  it('has nothing to say about nothing', () => {
    expect(
      sharesOf([[], []])
        .flat()
        .every(({ y }) => y === 0),
    ).toBe(true)
  })
})
