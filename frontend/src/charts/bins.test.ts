import { describe, expect, it } from 'vitest'
import { binsOf } from './bins'

describe('binsOf', () => {
  it('counts every number once, in round bins that touch', () => {
    const values = Array.from({ length: 500 }, (_, index) => Math.sin(index * 12.9898) * 40)
    const bins = binsOf([...values, Number.NaN], 20)
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(500)
    bins.slice(1).forEach((bin, index) => {
      expect(bin.from).toBe(bins[index]?.to)
    })
    expect(bins.length).toBeGreaterThan(10)
    expect(bins.length).toBeLessThan(45)
  })

  it('has a bin for one value, and none for none', () => {
    expect(binsOf([3, 3])).toEqual([expect.objectContaining({ count: 2 })])
    expect(binsOf([])).toEqual([])
  })
})
