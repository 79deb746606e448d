import { describe, expect, it } from 'vitest'
import { guessTask, parametersOfDraft, resolveDraft, trainingCall } from './draft'
import { readDraft } from './draftSearch'

const COLUMNS = [
  { name: 'price', kind: 'numeric', unique: 300 },
  { name: 'rooms', kind: 'numeric', unique: 6 },
  { name: 'city', kind: 'categorical', unique: 40 },
]

describe('readDraft', () => {
  it('takes what makes sense and leaves out the rest', () => {
    const search = { dataset: 'd', task: 'clustering', seed: 7, mode: 'light', with: { C: 3 }, exclude: 'x' }
    expect(readDraft(search)).toEqual({ dataset: 'd', seed: '7', mode: 'light', with: { C: '3' } })
  })
})

describe('guessTask', () => {
  it('is the rule of the engine', () => {
    expect(COLUMNS.map(guessTask)).toEqual(['regression', 'classification', 'classification'])
  })
})

describe('resolveDraft', () => {
  it('starts with the suggested target and the automatic search', () => {
    expect(resolveDraft({}, COLUMNS, 'price')).toEqual({
      target: 'price',
      task: 'regression',
      model: 'auto',
      mode: 'heavy',
      metric: 'r2',
    })
  })

  it('drops a model and a metric that do not fit another task', () => {
    const search = { target: 'city', model: 'ridge', metric: 'r2' }
    expect(resolveDraft(search, COLUMNS, 'price')).toMatchObject({ model: 'auto', metric: 'accuracy' })
  })

  it('has no model to choose in light mode', () => {
    expect(resolveDraft({ mode: 'light', model: 'knn' }, COLUMNS, 'price').model).toBe('baseline')
  })
})

describe('parametersOfDraft', () => {
  const draft = resolveDraft({ model: 'random_forest' }, COLUMNS, 'city')

  it('says only what is not the default', () => {
    const search = { with: { n_estimators: '100', max_depth: '4', max_features: 'log2', bootstrap: 'false' } }
    expect(parametersOfDraft('d', draft, search)).toEqual({
      dataset_id: 'd',
      target: 'city',
      task: 'classification',
      model_type: 'random_forest',
      metric: 'accuracy',
      hyperparameters: { max_depth: 4, max_features: 'log2', bootstrap: false },
    })
  })

  it('leaves the judgement of a bad value to the API', () => {
    const search = { with: { n_estimators: 'many' }, test: '0.3', seed: '1', exclude: ['price'] }
    expect(parametersOfDraft('d', draft, search)).toMatchObject({
      hyperparameters: { n_estimators: 'many' },
      test_fraction: 0.3,
      seed: 1,
      features: { exclude: ['price'] },
    })
  })

  it('does not send the hyperparameters of another family', () => {
    expect(
      parametersOfDraft('d', { ...draft, model: 'knn' }, { with: { n_estimators: '5' } }),
    ).not.toHaveProperty('hyperparameters')
  })

  it('asks each task only for what means something to it', () => {
    const search = { with: { gamma: '0.3', epsilon: '0.2', class_weight: 'balanced' } }
    const svm = { ...draft, model: 'svm' }
    expect(parametersOfDraft('d', { ...svm, task: 'regression' }, search)).toMatchObject({
      hyperparameters: { gamma: 0.3, epsilon: 0.2 },
    })
    expect(parametersOfDraft('d', { ...svm, task: 'classification' }, search)).toMatchObject({
      hyperparameters: { gamma: 0.3, class_weight: 'balanced' },
    })
    expect(parametersOfDraft('d', svm, { with: { gamma: 'auto' } })).toMatchObject({
      hyperparameters: { gamma: 'auto' },
    })
  })

  it('can be copied into a shell whatever the names', () => {
    expect(trainingCall('https://stint.example', { target: "it's" })).toContain(`"target": "it'\\''s"`)
  })
})
