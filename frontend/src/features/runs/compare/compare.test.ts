import { describe, expect, it } from 'vitest'
import { sampleRun } from '@/test/samples'
import type { Run } from '../api'
import type { RunWithReport } from '../detail'
import { labelsOf } from './labels'
import { bestOf, compareRows, differs, mismatchesOf } from './rows'
import { readCompareSearch } from './search'

function run(id: string, more: Partial<Run> & { alpha?: number | null; seed?: number } = {}): RunWithReport {
  const { alpha = 1, seed = 42, ...rest } = more
  const parameters = { model_type: 'ridge', hyperparameters: { alpha }, seed, test_fraction: 0.25 }
  return {
    run: sampleRun({ id, model_type: 'ridge', parameters: parameters as never, ...rest }),
    details: {},
    report: { n_train: 60, n_test: 20, n_features: 6 } as never,
    importance: [],
    warnings: [],
  }
}

const rowOf = (runs: RunWithReport[], id: string) => compareRows(runs).find((row) => row.id === id)

describe('a comparison', () => {
  it('knows what differs, a value that is missing included', () => {
    const runs = [run('a'), run('b', { alpha: 10, metrics: { accuracy: 0.9 }, cost_usd: 1 })]
    const differing = compareRows(runs).filter(differs)
    expect(differing.map(({ id }) => id)).toEqual(['accuracy', 'f1', 'alpha', 'cost'])
    expect(compareRows([run('a'), run('b')]).filter(differs)).toEqual([])
  })

  it('marks the best, in the direction that is better, ties together', () => {
    const runs = [0.2, 0.1, 0.1].map((rmse, index) => run(`${index}`, { metrics: { rmse, r2: rmse } }))
    const best = (id: string) => [...bestOf(rowOf(runs, id) as never)]
    expect(best('rmse')).toEqual([1, 2])
    expect(best('r2')).toEqual([0])
    expect(best('cost')).toEqual([])
    expect(best('alpha')).toEqual([])
  })

  it('says why scores cannot be set side by side', () => {
    expect(mismatchesOf([run('a'), run('b')])).toEqual([])
    expect(mismatchesOf([run('a'), run('b', { dataset_name: 'other.csv', dataset_id: 'x' })])).toEqual([
      'dataset',
    ])
    expect(mismatchesOf([run('a'), run('b', { dataset_id: 'x', target: 'y', seed: 7 })])).toEqual([
      'version',
      'target',
      'split',
    ])
  })

  it('names runs by what tells them apart', () => {
    const name = (family: string) => family
    const runs = [run('a'), run('b', { alpha: 10 }), run('c', { model_type: 'knn' }), run('d', { alpha: 10 })]
    expect(
      labelsOf(
        runs.map((one) => one.run),
        name,
      ),
    ).toEqual(['ridge, alpha 1', 'ridge, alpha 10', 'knn', 'ridge, alpha 10 (2)'])
  })

  it('is all in the address', () => {
    expect(readCompareSearch({ runs: 'a,b,a', base: 'b', all: true })).toEqual({
      runs: 'a,b',
      base: 'b',
      all: true,
    })
    expect(readCompareSearch({ runs: 'a,b', base: 'c', all: 'yes' })).toEqual({ runs: 'a,b' })
    expect(readCompareSearch({ runs: 7 })).toEqual({})
  })
})
