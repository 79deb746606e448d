import type { Run } from '../api'
import { parametersOf } from '../parameters'

/** So many parameters tell runs of one family apart; more would be longer than they help. */
const MOST = 2

/**
 * Short names that tell runs apart: the family, and where several are of one family the parameters they differ in. Runs
 * that are still the same are counted.
 */
export function labelsOf(runs: readonly Run[], nameOf: (family: string) => string): string[] {
  const labels = runs.map((run) => {
    const family = runs.filter((other) => other.model_type === run.model_type)
    const differing = [...parametersOf(run)].filter(([name, value]) =>
      family.some((other) => parametersOf(other).get(name) !== value),
    )
    const details = differing.slice(0, MOST).map(([name, value]) => `${name} ${value ?? '–'}`)
    return [nameOf(run.model_type), ...details].join(', ')
  })
  return labels.map((label, index) => {
    const before = labels.slice(0, index).filter((other) => other === label).length
    return before === 0 ? label : `${label} (${before + 1})`
  })
}
