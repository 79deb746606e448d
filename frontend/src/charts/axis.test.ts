import { describe, expect, it } from 'vitest'
import { scaleOf } from './axis'

const axis = { label: 'Loss', format: String }

describe('scaleOf', () => {
  it('spans the values, rounded, with round ticks', () => {
    const scale = scaleOf(axis, [0.03, 9.7], [0, 400])
    expect(scale.domain).toEqual([0, 10])
    expect(scale.ticks).toEqual([0, 2, 4, 6, 8, 10])
    expect(scale.at(5)).toBe(200)
    expect(scale.invert(200)).toBe(5)
  })

  it('has room where all values are one, or there is none', () => {
    expect(scaleOf(axis, [5, 5], [0, 100]).at(5)).toBeCloseTo(50)
    expect(scaleOf(axis, [0], [0, 100]).at(0)).toBeCloseTo(50)
    expect(scaleOf(axis, [], [0, 100]).domain).toEqual([0, 1])
    expect(scaleOf({ ...axis, kind: 'log' }, [], [0, 100]).domain).toEqual([1, 10])
  })

  it('does not trip over what is no number', () => {
    expect(scaleOf(axis, [Number.NaN, 1, 3, Number.POSITIVE_INFINITY], [0, 100]).domain).toEqual([1, 3])
  })

  it('counts powers of ten on a log axis, and leaves out what has no place there', () => {
    const scale = scaleOf({ ...axis, kind: 'log' }, [0, 0.01, 100], [0, 400])
    expect(scale.domain).toEqual([0.01, 100])
    expect(scale.ticks).toEqual([0.01, 0.1, 1, 10, 100])
  })

  it('has no time ticks that would read the same', () => {
    const start = Date.UTC(2026, 10, 27, 12, 26, 9)
    const time = { ...axis, kind: 'time' as const }
    expect(scaleOf(time, [start + 300, start + 900], [0, 1_000]).ticks).toEqual([])
    expect(scaleOf(time, [start, start + 2_000], [0, 1_000]).ticks).toEqual([
      start,
      start + 1_000,
      start + 2_000,
    ])
  })

  it('starts bars at zero', () => {
    expect(scaleOf({ ...axis, fromZero: true }, [40, 90], [0, 100]).domain[0]).toBe(0)
    expect(scaleOf({ ...axis, fromZero: true }, [-3, -1], [0, 100]).domain[1]).toBe(0)
  })
})
