import { describe, expect, it } from 'vitest'
import { en } from '@/i18n/en'
import { sampleRun } from '@/test/samples'
import { rowOfJob, rowOfRun } from '../runRow'
import { filterKeys } from './keys'
import { filterRows, parseFilter } from './parse'
import { scan } from './scan'
import { suggest } from './suggest'
import { dateSpanOf, durationOf, numberOf } from './values'

const NOW = Date.parse('2026-11-24T10:00:00Z')

const parameters = (alpha: number) =>
  ({ model_type: 'ridge', hyperparameters: { alpha, solver: 'exact' }, seed: 42 }) as never

const ROWS = [
  rowOfRun(sampleRun({ id: 'penguins-logistic' }), en),
  rowOfRun(
    sampleRun({
      id: 'diabetes-ridge',
      model_type: 'ridge',
      dataset_name: 'my diabetes.csv',
      target: 'y',
      task: 'regression',
      metrics: { r2: 0.4, rmse: 55 },
      interval: null,
      parameters: parameters(0.5),
      cost_usd: 0.002,
      duration_ms: 3_000,
      created_at: '2026-10-05T10:00:00Z',
    }),
    en,
  ),
  rowOfJob(
    {
      id: 'failed',
      status: 'FAILED',
      cause: 'the target has one class',
      model_type: 'knn',
      dataset_name: 'titanic.csv',
      dataset_version: 1,
      target: 'survived',
      task: 'classification',
      created_at: '2026-11-24T09:00:00Z',
      cost_usd: undefined,
    },
    en,
  ),
]

const KEYS = filterKeys(['alpha', 'solver', 'seed', 'mode'])
const parse = (text: string) => parseFilter(text, KEYS, NOW)
const found = (text: string) => filterRows(ROWS, parse(text)).map(({ id }) => id)

describe('a filter', () => {
  it.each([
    ['', ['penguins-logistic', 'diabetes-ridge', 'failed']],
    ['ridge', ['diabetes-ridge']],
    ['Nearest titanic', ['failed']],
    ['model:log', ['penguins-logistic']],
    ['model:"ridge regression"', ['diabetes-ridge']],
    ['model:ridge,knn', ['diabetes-ridge', 'failed']],
    ['-model:ridge', ['penguins-logistic', 'failed']],
    ['model=ridg', []],
    ['model!=ridge', ['penguins-logistic', 'failed']],
    ['dataset:"my diabetes"', ['diabetes-ridge']],
    ['status:failed', ['failed']],
    ['acc>0.9', ['penguins-logistic']],
    ['acc > 90%', ['penguins-logistic']],
    ['ACC>=0.98837 dataset:penguins cost<0.001', ['penguins-logistic']],
    ['acc<0.9', []],
    ['rmse<60 r2>0,3', ['diabetes-ridge']],
    ['gain>0.5', ['penguins-logistic']],
    ['duration>2s', ['diabetes-ridge']],
    ['duration<=740ms', ['penguins-logistic']],
    ['created:2026-10', ['diabetes-ridge']],
    ['created>2026-10 created<2026-11-24', ['penguins-logistic']],
    ['age<2h', ['failed']],
    ['alpha<1', ['diabetes-ridge']],
    ['alpha=0.5 solver:exact', ['diabetes-ridge']],
    ['-alpha<1', ['penguins-logistic', 'failed']],
    ['one class', ['failed']],
  ])('%s', (text, ids) => {
    expect(parse(text).problems).toEqual([])
    expect(found(text)).toEqual(ids)
  })

  it.each([
    ['modle:ridge', { kind: 'unknown-key', key: 'modle', nearest: 'model' }],
    ['xyzzy>3', { kind: 'unknown-key', key: 'xyzzy', nearest: undefined }],
    ['acc>', { kind: 'no-value', key: 'accuracy', operator: '>' }],
    ['acc>high', { kind: 'no-number', key: 'accuracy', value: 'high' }],
    ['alpha>high', { kind: 'no-number', key: 'alpha', value: 'high' }],
    ['duration>2parsecs', { kind: 'no-duration', key: 'duration', value: '2parsecs' }],
    ['created>yesterday', { kind: 'no-date', key: 'created', value: 'yesterday' }],
    ['created:2026-02-30', { kind: 'no-date', key: 'created', value: '2026-02-30' }],
    ['model>3', { kind: 'no-order', key: 'model', operator: '>' }],
    ['model:"rid', { kind: 'open-quote', value: 'rid' }],
  ])('says what is wrong with %s, and lets the rest hold', (text, problem) => {
    expect(parse(`titanic ${text}`).problems).toEqual([problem])
    expect(found(`titanic ${text}`)).toEqual(['failed'])
  })

  it('comes to an end whatever is typed', () => {
    for (const text of ['>', '"', '=:<>', '- -', ',', 'a:,', '\u00a0', '-"', '!!!=']) scan(text)
    expect(scan('a >3').map(({ key }) => key)).toEqual(['a'])
    expect(scan('- a')).toHaveLength(2)
  })
})

describe('values', () => {
  it('are read as people type them', () => {
    expect(['1', '-.5', '1e-3', '50%', '$2', 'x', '1x', ''].map(numberOf)).toEqual([
      1,
      -0.5,
      0.001,
      0.5,
      2,
      undefined,
      undefined,
      undefined,
    ])
    expect(['2', '2min', '0.5h', '1 s', 'min'].map(durationOf)).toEqual([
      2_000,
      120_000,
      1_800_000,
      undefined,
      undefined,
    ])
    expect(dateSpanOf('2026')?.[1]).toBe(new Date(2027, 0, 1).getTime() - 1)
    expect(dateSpanOf('2026-13')).toBeUndefined()
  })
})

describe('suggestions', () => {
  const labels = (text: string, cursor = text.length) =>
    suggest(text, cursor, KEYS, ROWS).map(({ label }) => label)

  it('are keys where none is typed, also by their short forms', () => {
    expect(labels('').slice(0, 3)).toEqual(['model', 'dataset', 'target'])
    expect(labels('acc')[0]).toBe('accuracy')
    expect(labels('titanic mo')[0]).toBe('model')
    expect(suggest('mo', 2, KEYS, ROWS)[0]).toMatchObject({ text: 'model:', cursor: 6 })
    expect(suggest('-co x', 3, KEYS, ROWS)[0]).toMatchObject({ text: '-cost> x' })
  })

  it('are the values that there are after a key', () => {
    expect(labels('model:')).toEqual(['logistic', 'ridge', 'knn'])
    expect(labels('model:ridge,k')).toEqual(['knn'])
    expect(suggest('dataset:my', 10, KEYS, ROWS)[0]).toMatchObject({
      text: 'dataset:"my diabetes.csv" ',
      count: 1,
    })
    expect(labels('solver:')).toEqual(['exact'])
    expect(labels('acc>')).toEqual([])
  })
})
