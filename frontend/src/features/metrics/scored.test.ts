import { describe, expect, it } from 'vitest'
import { sampleRun } from '@/test/samples'
import { matrixOf } from './matrix'
import { bestOf, bestSoFar, chooseFrom, scoredRuns, subjectsOf, totalsOf } from './scored'
import { changedSearch, readMetricsSearch } from './search'

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T10:00:00Z`
const NOW = Date.parse(at(25))

const price = (id: string, day: number, rmse: number, more = {}) =>
  sampleRun({
    id,
    created_at: at(day),
    task: 'regression',
    dataset_name: 'homes.csv',
    target: 'price',
    model_type: 'ridge',
    metrics: { rmse, r2: 1 - rmse / 100 },
    baseline: { metrics: { rmse: 60, r2: 0 } },
    cost_usd: 0.01,
    ...more,
  })

// Newest first, as the API sends them.
const RUNS = [
  price('d', 20, 50),
  price('c', 12, 40, { model_type: 'knn' }),
  price('b', 11, 70, { model_type: 'baseline' }),
  sampleRun({ id: 'other', created_at: at(10) }),
  price('a', 2, 55),
]

const ids = (scored: readonly { run: { id: string } }[]) => scored.map(({ run }) => run.id)
const choose = (search: Record<string, unknown>) =>
  chooseFrom(readMetricsSearch(search), subjectsOf(RUNS), NOW)

describe('the choice of runs', () => {
  it('starts with the task that most runs are of, and all of its time', () => {
    const choice = choose({})
    expect(choice).toMatchObject({ task: 'regression', metric: 'r2', subject: undefined })
    expect(ids(scoredRuns(RUNS, choice))).toEqual(['a', 'b', 'c', 'd'])
  })

  it('takes the days of a preset, or whole days from and to', () => {
    expect(ids(scoredRuns(RUNS, choose({ period: 7 })))).toEqual(['d'])
    expect(ids(scoredRuns(RUNS, choose({ from: '2026-11-11', to: '2026-11-12' })))).toEqual(['b', 'c'])
    expect(ids(scoredRuns(RUNS, choose({ to: '2026-11-02', period: 7 })))).toEqual(['a'])
  })

  it('forgets a metric and a dataset that the task does not have', () => {
    const choice = choose({ task: 'classification', metric: 'rmse', dataset: 'homes.csv', target: 'price' })
    expect(choice).toMatchObject({ metric: 'accuracy', subject: undefined })
    expect(ids(scoredRuns(RUNS, choice))).toEqual(['other'])
  })

  it('knows the task of the dataset that is asked for', () => {
    const choice = choose({ dataset: 'penguins.csv', target: 'species' })
    expect(choice).toMatchObject({ task: 'classification', subject: { dataset: 'penguins.csv', runs: 1 } })
  })
})

describe('the address', () => {
  it('leaves out what makes no sense', () => {
    const nonsense = { task: 'x', metric: 'luck', period: 8, from: '2026-13-45', to: 'soon', effort: 'sweat' }
    expect(readMetricsSearch(nonsense)).toEqual({})
  })

  it('changes one thing, and goes back to a default', () => {
    expect(changedSearch({ period: '7', metric: 'mae' }, { period: undefined, effort: 'duration' })).toEqual({
      metric: 'mae',
      effort: 'duration',
    })
  })
})

describe('what runs come to', () => {
  const scored = scoredRuns(RUNS, choose({ metric: 'rmse' }))

  it('counts the least error as the best', () => {
    expect(bestOf(scored, 'rmse')?.run.id).toBe('c')
    expect(bestOf(scored, 'r2')?.run.id).toBe('b')
  })

  it('lowers the best so far of an error step by step, and draws it up to the newest run', () => {
    const steps = bestSoFar(scored, 'rmse')
    expect(steps.map(({ value }) => value)).toEqual([55, 40, 40])
    expect(steps.at(-1)?.time).toBe(Date.parse(at(20)))
  })

  it('sets each run against its own baseline, and baselines against nothing', () => {
    const totals = totalsOf(scored, 'rmse')
    expect(totals).toMatchObject({ count: 4, beatBaseline: 3, withBaseline: 3, mean: 53.75 })
    expect(totals.cost).toBeCloseTo(0.04)
    expect(totalsOf([], 'rmse').mean).toBeUndefined()
  })

  it('ranks the families of a dataset, the least error highest', () => {
    const { families, rows } = matrixOf(scored, 'rmse')
    expect(families).toEqual(['ridge', 'baseline', 'knn'])
    expect(rows).toHaveLength(1)
    const shares = rows[0]?.cells.map(({ share }) => share)
    expect(shares?.[2]).toBe(1)
    expect(shares?.[1]).toBe(0)
    expect(shares?.[0]).toBeCloseTo(2 / 3)
  })
})
