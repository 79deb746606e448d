import { describe, expect, it } from 'vitest'
import { grown, passing, spanBetween, spanOfGrowing, withSpan } from './spans'

const placed = (...places: (number | undefined)[]) => ({ places, ticks: [] })

describe('spans', () => {
  const axes = [placed(10, 50, 90), placed(20, undefined, 60)]

  it('are passed by the lines within, on every axis that has one', () => {
    const passes = (spans: object) => passing(['a', 'b'], axes, spans as never)
    expect(passes({})).toEqual([true, true, true])
    expect(passes({ a: [0, 50] })).toEqual([true, true, false])
    // What has no value on an axis is in no range there.
    expect(passes({ b: [0, 100] })).toEqual([true, false, true])
    expect(passes({ a: [40, 100], b: [50, 70] })).toEqual([false, false, true])
  })

  it('are drawn in either direction, and taken back', () => {
    expect(spanBetween(80, 20)).toEqual([20, 80])
    const spans = withSpan(withSpan({}, 'a', [1, 2]), 'b', [3, 4])
    expect(withSpan(spans, 'a', [5, 6])).toEqual({ a: [5, 6], b: [3, 4] })
    expect(withSpan(spans, 'a', undefined)).toEqual({ b: [3, 4] })
  })

  it('grow from value to value by keys, back over where they began, and no further than the last', () => {
    const places = [10, 50, undefined, 90, 50]
    const start = { axis: 'a', from: 50, to: 50 }
    const up = grown(start, places, true)
    expect(up).toEqual({ axis: 'a', from: 50, to: 10 })
    expect(grown(up, places, true)).toBe(up)
    const down = grown(grown(up, places, false), places, false)
    expect(down.to).toBe(90)
    const [upper, lower] = spanOfGrowing(down)
    expect([upper < 50, lower > 90]).toEqual([true, true])
  })
})
