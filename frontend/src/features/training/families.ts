import type { Task } from '@/lib/scores'

/** How a hyperparameter is written. */
export type ParameterKind =
  | { is: 'number' }
  | { is: 'whole'; optional?: true }
  | { is: 'flag' }
  | { is: 'choice'; options: readonly string[] }
  | { is: 'features' }
  | { is: 'gamma' }

/** One hyperparameter, named as the API names it; `usual` is what it is when nothing is said. */
export interface Parameter {
  name: string
  kind: ParameterKind
  usual: string
  /** Folded away until it is asked for. */
  advanced?: true
}

/** A family of models. */
export interface Family {
  type: string
  tasks: readonly Task[]
  parameters: readonly Parameter[]
}

const BOTH = ['classification', 'regression'] as const
const NUMBER = { is: 'number' } as const
const WHOLE = { is: 'whole' } as const
const LIMIT = { is: 'whole', optional: true } as const
const FLAG = { is: 'flag' } as const

const number = (name: string, usual: string): Parameter => ({ name, kind: NUMBER, usual })
const whole = (name: string, usual: string): Parameter => ({ name, kind: WHOLE, usual })
const limit = (name: string, usual: string): Parameter => ({ name, kind: LIMIT, usual })
const flag = (name: string, usual: 'true' | 'false'): Parameter => ({ name, kind: FLAG, usual })
const choice = (name: string, options: readonly string[], usual: string): Parameter => ({
  name,
  kind: { is: 'choice', options },
  usual,
})
const advanced = (parameter: Parameter): Parameter => ({ ...parameter, advanced: true })

const CLASS_WEIGHT = choice('class_weight', ['none', 'balanced'], 'none')
const INTERCEPT = advanced(flag('fit_intercept', 'true'))
const TREE = [
  limit('max_depth', 'none'),
  whole('min_samples_leaf', '1'),
  advanced(whole('min_samples_split', '2')),
  advanced(limit('max_leaf_nodes', 'none')),
] as const
const features = (usual: string): Parameter =>
  advanced({ name: 'max_features', kind: { is: 'features' }, usual })

/** Every family that the API offers, with its hyperparameters and their defaults. */
export const FAMILIES: readonly Family[] = [
  { type: 'auto', tasks: BOTH, parameters: [whole('n_candidates', '24'), advanced(whole('factor', '3'))] },
  {
    type: 'logistic',
    tasks: ['classification'],
    parameters: [
      number('C', '1'),
      CLASS_WEIGHT,
      advanced(whole('max_iter', '1000')),
      advanced(number('tol', '0.0001')),
      INTERCEPT,
    ],
  },
  { type: 'ridge', tasks: ['regression'], parameters: [number('alpha', '1'), INTERCEPT] },
  {
    type: 'elastic_net',
    tasks: ['regression'],
    parameters: [
      number('alpha', '1'),
      number('l1_ratio', '0.5'),
      advanced(whole('max_iter', '1000')),
      advanced(number('tol', '0.0001')),
      INTERCEPT,
    ],
  },
  { type: 'linear', tasks: ['regression'], parameters: [flag('fit_intercept', 'true')] },
  {
    type: 'gradient_boosting',
    tasks: BOTH,
    parameters: [
      number('learning_rate', '0.1'),
      whole('max_iter', '100'),
      limit('max_leaf_nodes', '31'),
      limit('max_depth', 'none'),
      advanced(whole('min_samples_leaf', '20')),
      advanced(number('l2_regularization', '0')),
      advanced(flag('early_stopping', 'false')),
      advanced(number('validation_fraction', '0.1')),
      advanced(whole('n_iter_no_change', '10')),
      advanced(whole('max_bins', '255')),
      features('none'),
      CLASS_WEIGHT,
    ],
  },
  {
    type: 'random_forest',
    tasks: BOTH,
    parameters: [
      whole('n_estimators', '100'),
      ...TREE,
      features(''),
      advanced(flag('bootstrap', 'true')),
      advanced(number('max_samples', '1')),
      CLASS_WEIGHT,
    ],
  },
  { type: 'decision_tree', tasks: BOTH, parameters: [...TREE, features('none'), CLASS_WEIGHT] },
  {
    type: 'knn',
    tasks: BOTH,
    parameters: [whole('n_neighbors', '5'), choice('weights', ['uniform', 'distance'], 'uniform')],
  },
  {
    type: 'svm',
    tasks: BOTH,
    parameters: [
      choice('kernel', ['rbf', 'linear'], 'rbf'),
      number('C', '1'),
      { name: 'gamma', kind: { is: 'gamma' }, usual: 'scale' },
      advanced(number('epsilon', '0.1')),
      advanced(number('tol', '0.001')),
      CLASS_WEIGHT,
    ],
  },
  {
    type: 'naive_bayes',
    tasks: ['classification'],
    parameters: [number('var_smoothing', '1e-9'), CLASS_WEIGHT],
  },
  { type: 'baseline', tasks: BOTH, parameters: [] },
]

/** The hyperparameters of a family that mean something for a task. */
export function parametersOf(type: string, task: Task): readonly Parameter[] {
  const family = FAMILIES.find((one) => one.type === type)
  const all = family?.parameters ?? []
  const unused = task === 'classification' ? 'epsilon' : 'class_weight'
  return all.filter(({ name }) => name !== unused)
}
