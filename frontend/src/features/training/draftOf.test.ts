import { describe, expect, it } from 'vitest'
import { parametersOfDraft, resolveDraft } from './draft'
import { draftOf, type TrainSpec } from './draftOf'
import { readDraft } from './draftSearch'

const SPEC: TrainSpec = {
  target: 'species',
  task: 'classification',
  model_type: 'logistic',
  hyperparameters: { C: 0.5, class_weight: null, max_iter: 1000, tol: 0.0001, fit_intercept: true },
  mode: 'heavy',
  metric: 'f1',
  test_fraction: 0.25,
  folds: 3,
  seed: 42,
  features: { exclude: ['rowid'] },
}

describe('draftOf', () => {
  it('leaves out what is the default anyway', () => {
    expect(draftOf('d', SPEC)).toEqual({
      dataset: 'd',
      target: 'species',
      task: 'classification',
      metric: 'f1',
      model: 'logistic',
      folds: '3',
      exclude: ['rowid'],
      with: { C: '0.5' },
    })
  })

  it('goes through the address and back into the same training', () => {
    const draft = readDraft(draftOf('d', SPEC) as Record<string, unknown>)
    const column = { name: 'species', kind: 'categorical', unique: 3 }
    expect(parametersOfDraft('d', resolveDraft(draft, [column], undefined), draft)).toEqual({
      dataset_id: 'd',
      target: 'species',
      task: 'classification',
      model_type: 'logistic',
      metric: 'f1',
      folds: 3,
      hyperparameters: { C: 0.5 },
      features: { exclude: ['rowid'] },
    })
  })

  it('keeps the columns that it was limited to', () => {
    const spec = { ...SPEC, features: { include: ['mass', 'island'], exclude: [] } }
    const draft = readDraft(draftOf('d', spec) as Record<string, unknown>)
    expect(draft.include).toEqual(['mass', 'island'])
    const column = (name: string) => ({ name, kind: 'categorical', unique: 3 })
    const parameters = (target: string) =>
      parametersOfDraft('d', resolveDraft({ ...draft, target }, [column(target)], undefined), draft)
    expect(parameters('species')).toMatchObject({ features: { include: ['mass', 'island'] } })
    // What is predicted now is no column to learn from.
    expect(parameters('island')).toMatchObject({ features: { include: ['mass'] } })
  })

  it('asks for the baseline as light work', () => {
    const light = draftOf('d', { ...SPEC, mode: 'light', model_type: 'baseline', hyperparameters: {} })
    expect(light).toMatchObject({ mode: 'light' })
    expect(light.model).toBeUndefined()
  })

  it('keeps a limit that was lifted', () => {
    const spec = { ...SPEC, model_type: 'gradient_boosting', hyperparameters: { max_leaf_nodes: null } }
    expect(draftOf('d', spec).with).toEqual({ max_leaf_nodes: 'none' })
  })
})
