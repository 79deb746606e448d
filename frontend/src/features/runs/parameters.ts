import type { Run } from './api'

/** A parameter as it was given. */
export type ParameterValue = string | number | boolean | null

const known = new WeakMap<object, ReadonlyMap<string, ParameterValue>>()

/**
 * What a run was asked for, by name: `alpha`, `max_depth`, `seed`. Names inside `hyperparameters` stand alone, others
 * are joined by dots; lists are written out. What lists of runs show elsewhere is left out.
 */
export function parametersOf(run: Run): ReadonlyMap<string, ParameterValue> {
  const before = known.get(run.parameters)
  if (before) return before
  const found = new Map<string, ParameterValue>()
  collect(run.parameters, '', found)
  known.set(run.parameters, found)
  return found
}

const SHOWN_ELSEWHERE = new Set(['target', 'task', 'model_type'])

function collect(values: object, prefix: string, into: Map<string, ParameterValue>): void {
  for (const [name, value] of Object.entries(values)) {
    const path = prefix + name
    if (SHOWN_ELSEWHERE.has(path)) continue
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      collect(value, path === 'hyperparameters' ? '' : `${path}.`, into)
    } else {
      into.set(path, Array.isArray(value) ? JSON.stringify(value) : value)
    }
  }
}

/** The names of all parameters, in the order they are met. A family always has the same ones, so one run of each tells. */
export function parameterNames(runs: readonly Run[]): string[] {
  const families = new Map<string, Run>()
  for (const run of runs) if (!families.has(run.model_type)) families.set(run.model_type, run)
  return [...new Set([...families.values()].flatMap((run) => [...parametersOf(run).keys()]))]
}
