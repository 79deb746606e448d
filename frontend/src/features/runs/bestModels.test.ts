import { describe, expect, it } from 'vitest'
import { sampleRun } from '@/test/samples'
import { bestModels } from './bestModels'

function accuracy(id: string, value: number, more = {}) {
  return sampleRun({ id, metrics: { accuracy: value }, interval: null, ...more })
}

describe('bestModels', () => {
  it('keeps the best of each dataset and target, the one trained last first', () => {
    const found = bestModels([
      accuracy('island', 0.7, { target: 'island' }),
      accuracy('worse', 0.8),
      accuracy('best', 0.9),
      accuracy('other data', 0.6, { dataset_id: 'dataset-2' }),
    ])
    expect(found.map(({ run, among }) => [run.id, among])).toEqual([
      ['island', 1],
      ['best', 2],
      ['other data', 1],
    ])
  })

  it('prefers the smaller error, and of equal models the older', () => {
    const error = (id: string, value: number) =>
      sampleRun({
        id,
        task: 'regression',
        metrics: { rmse: value },
        interval: { metric: 'rmse', value, low: 1, high: 99, level: 0.95, method: 'bootstrap' },
      })
    expect(bestModels([error('c', 53), error('b', 50), error('a', 50)])[0]?.run.id).toBe('a')
  })

  it('does not count the baseline itself, nor a run without its score', () => {
    const runs = [accuracy('baseline', 0.99, { model_type: 'baseline' }), sampleRun({ metrics: {} })]
    expect(bestModels(runs)).toEqual([])
  })
})
