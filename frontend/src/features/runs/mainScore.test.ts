import { describe, expect, it } from 'vitest'
import { sampleRun } from '@/test/samples'
import { type MainScore, mainScore, rangeOf, skillOf, sureEnd } from './mainScore'

describe('mainScore', () => {
  it('is that of the interval, beside the baseline', () => {
    const score = mainScore(sampleRun())
    expect(score).toMatchObject({ metric: 'accuracy', value: 0.98837, baseline: 0.44186 })
    expect(score?.gain).toBeCloseTo(0.5465)
    expect(score?.interval).toMatchObject({ low: 0.937, high: 0.998, level: 0.95 })
  })

  it('counts less error as gain', () => {
    const run = sampleRun({
      task: 'regression',
      metrics: { rmse: 50 },
      baseline: { metrics: { rmse: 77 } },
      interval: { metric: 'rmse', value: 50, low: 45, high: 60, level: 0.95, method: 'bootstrap' },
    })
    expect(mainScore(run)?.gain).toBe(27)
  })

  it('is the usual one of the task where there is no interval', () => {
    const run = sampleRun({
      task: 'regression',
      metrics: { r2: 0.4 },
      baseline: { metrics: {} },
      interval: null,
    })
    expect(mainScore(run)).toEqual({
      metric: 'r2',
      value: 0.4,
      baseline: undefined,
      gain: undefined,
      interval: undefined,
    })
  })

  it('is absent where the score is not defined', () => {
    expect(mainScore(sampleRun({ metrics: {}, interval: null }))).toBeUndefined()
  })
})

describe('a score in proportion', () => {
  const score = (more: Partial<MainScore>): MainScore => ({
    metric: 'accuracy',
    value: 0.9,
    baseline: 0.6,
    gain: 0.3,
    interval: { low: 0.85, high: 0.95, level: 0.95 },
    ...more,
  })
  const rmse = score({
    metric: 'rmse',
    value: 50,
    baseline: 80,
    interval: { low: 40, high: 60, level: 0.95 },
  })

  it('is shown from bad to perfect', () => {
    expect(rangeOf(score({}))).toEqual([0, 1])
    expect(rangeOf(score({ metric: 'r2', value: 0.5, baseline: -0.1 }))).toEqual([-0.1, 1])
    expect(rangeOf(rmse)).toEqual([84, 0])
  })

  it('counts the way from the baseline to perfect, whatever the direction', () => {
    expect(skillOf(score({}))).toBeCloseTo(0.75)
    expect(skillOf(rmse)).toBeCloseTo(0.375)
    expect(skillOf(score({ value: 0.5 }))).toBeLessThan(0)
    expect(skillOf(score({ baseline: undefined }))).toBeUndefined()
    expect(skillOf(score({ baseline: 1 }))).toBeUndefined()
  })

  it('is sorted by what is sure', () => {
    expect(sureEnd(score({}))).toBe(0.85)
    expect(sureEnd(rmse)).toBe(-60)
  })
})
