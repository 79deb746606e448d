import { describe, expect, it } from 'vitest'
import type { Correlations } from './api'
import { matrixOf } from './matrix'

const pair = (first: string, second: string, value: number | null) => ({
  first,
  second,
  measure: 'pearson' as const,
  value,
  rows: 100,
})

const CORRELATIONS: Correlations = {
  columns: ['a', 'b', 'c', 'd'].map((name) => ({ name, kind: 'numeric' })),
  pairs: [
    pair('a', 'b', 0.1),
    pair('a', 'c', -0.9),
    pair('a', 'd', null),
    pair('b', 'c', 0.2),
    pair('b', 'd', 0.3),
    pair('c', 'd', 0),
  ],
  omitted: [],
}

describe('matrixOf', () => {
  it('is the same on both sides of its diagonal', () => {
    const { names, cells } = matrixOf(CORRELATIONS, 10)
    expect(names).toEqual(['a', 'b', 'c', 'd'])
    expect(cells[0]).toEqual([undefined, 0.1, -0.9, null])
    expect(cells[2]).toEqual([-0.9, 0.2, undefined, 0])
    for (const [row, line] of cells.entries()) {
      for (const [column, value] of line.entries()) expect(cells[column]?.[row]).toBe(value)
    }
  })

  it('keeps the columns that hang together most, in the order of the file', () => {
    expect(matrixOf(CORRELATIONS, 2).names).toEqual(['a', 'c'])
    expect(matrixOf(CORRELATIONS, 3).names).toEqual(['a', 'b', 'c'])
  })
})
