export type Task = 'classification' | 'regression'

/** The scores that each task can be judged by; the first is the default. */
export const METRICS: Readonly<Record<Task, readonly string[]>> = {
  classification: ['accuracy', 'f1', 'precision', 'recall', 'log_loss', 'roc_auc'],
  regression: ['r2', 'mse', 'rmse', 'mae'],
}

/** Scores of which less is better. */
const ERRORS = new Set(['mse', 'rmse', 'mae', 'log_loss'])

/** Whether less of a score is better. */
export function isError(metric: string): boolean {
  return ERRORS.has(metric)
}

/** Scores in units of the target: of two targets they cannot be compared. */
const IN_UNITS = new Set(['mse', 'rmse', 'mae'])

/** Whether a score is in units of the target, so that it says nothing about other targets. */
export function isInUnits(metric: string): boolean {
  return IN_UNITS.has(metric)
}

/** Whether one value of a score is better than another. */
export function isBetter(metric: string, value: number, than: number): boolean {
  return isError(metric) ? value < than : value > than
}
