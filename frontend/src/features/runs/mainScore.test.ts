import { describe, expect, it } from 'vitest'
import { sampleRun } from '@/test/samples'
import { mainScore } from './mainScore'

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
