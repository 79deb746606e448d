import { describe, expect, it, vi } from 'vitest'
import { printMarks, quantile, rowsOf } from './markTable.mjs'

describe('the table of marks', () => {
  it('knows the middle, the ends and the slow frames', () => {
    expect(quantile([5, 1, 3], 0.5)).toBe(3)
    const frames = Array.from({ length: 100 }, (_, index) => index)
    const [scroll] = rowsOf(new Map([['scroll', frames]]))
    expect(scroll).toMatchObject({ median: 50, low: 0, high: 95, over: false })
  })

  it('names what is over its budget, by its median', () => {
    const log = vi.spyOn(console, 'log').mockReturnValue()
    const error = vi.spyOn(console, 'error').mockReturnValue()
    const marks = new Map([
      ['table', [250, 260, 900]],
      ['filter: acc>0.9', [90, 101, 102]],
      ['nodes: Metrics', [400]],
    ])
    expect(printMarks(marks)).toBe(1)
    expect(error.mock.calls).toEqual([['over its budget: key → filtered rows painted, `acc>0.9`']])
    expect(log.mock.calls.at(-1)?.[0]).toBe(
      '| nodes in the document, `Metrics` | 400 | 400 | 400 | 1 | 1500 |',
    )
  })
})
