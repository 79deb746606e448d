import { describe, expect, it } from 'vitest'
import { decisionAt, usualPoint } from './decision'
import { example } from './example'

const run = example.threshold
const last = run.roc.points.length - 1

describe('decisionAt', () => {
  it('accepts nothing at the strictest threshold, and everything at the loosest', () => {
    expect(decisionAt(run, 0)).toMatchObject({ found: 0, falseAlarms: 0 })
    expect(decisionAt(run, last)).toMatchObject({ missed: 0, leftAlone: 0 })
  })

  it('counts every held-out row once, wherever the threshold is', () => {
    for (let index = 0; index <= last; index += 1) {
      const { found, missed, falseAlarms, leftAlone } = decisionAt(run, index)
      expect(found + missed + falseAlarms + leftAlone).toBe(run.n_test)
    }
  })

  it('is next to the confusion matrix of the report at one half', () => {
    const { found, falseAlarms } = decisionAt(run, usualPoint(run))
    const [negative, positive] = run.counts
    // The curve leaves out points on a straight line, so the nearest one may be a row or two stricter.
    expect((positive?.[1] ?? 0) - found).toBeGreaterThanOrEqual(0)
    expect((negative?.[1] ?? 0) - falseAlarms).toBeGreaterThanOrEqual(0)
  })
})
