import type { Task } from '@/lib/scores'
import type { DraftSearch } from './draftSearch'
import { parametersOf } from './families'

/** What a training was asked for, every default made explicit. */
export interface TrainSpec {
  target: string
  task: Task
  model_type: string
  hyperparameters: object
  mode: 'light' | 'heavy'
  metric: string
  test_fraction: number
  folds: number
  seed: number
  features: { include?: string[] | null; exclude?: string[] }
}

/** What the API fills in. */
const USUAL = { test: '0.25', folds: '5', seed: '42' }

/** The address that prepares the same training again; what is the default anyway is left out. */
export function draftOf(datasetId: string, spec: TrainSpec): DraftSearch {
  const given = { test: String(spec.test_fraction), folds: String(spec.folds), seed: String(spec.seed) }
  const changed = Object.entries(given).filter(([name, text]) => USUAL[name as keyof typeof USUAL] !== text)
  const asked = new Map(Object.entries(spec.hyperparameters))
  const parameters = parametersOf(spec.model_type, spec.task).flatMap(({ name, usual }) => {
    const text = asked.has(name) ? String(asked.get(name) ?? 'none') : usual
    return text === usual || Number(text) === Number(usual) ? [] : [[name, text] as const]
  })
  return {
    dataset: datasetId,
    target: spec.target,
    task: spec.task,
    metric: spec.metric,
    ...(spec.mode === 'light' ? { mode: 'light' as const } : { model: spec.model_type }),
    ...Object.fromEntries(changed),
    ...(spec.features.include && { include: spec.features.include }),
    ...(spec.features.exclude && spec.features.exclude.length > 0 && { exclude: spec.features.exclude }),
    ...(parameters.length > 0 && { with: Object.fromEntries(parameters) }),
  }
}
