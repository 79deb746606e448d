import type { Run } from '../api'
import { parametersOf } from '../parameters'

/** So many parameters tell runs of one family apart; more would be longer than they help. */
const MOST = 2

/**
 * Short names that tell runs apart: the family, and where several are of one family the parameters they differ in. Runs
 * that are still the same are counted.
 */
export function labelsOf(runs: readonly Run[], nameOf: (family: string) => string): string[] {
  const details = detailsAmong(runs)
  const labels = runs.map((run) => [nameOf(run.model_type), ...details(run).slice(0, MOST)].join(', '))
  return labels.map((label, index) => {
    const before = labels.slice(0, index).filter((other) => other === label).length
    return before === 0 ? label : `${label} (${before + 1})`
  })
}

/** What each of some runs was asked for that not all of its family were asked for. */
export function detailsAmong(runs: readonly Run[]): (run: Run) => string[] {
  const families = new Map<string, { first: Run; differing: Set<string> }>()
  for (const run of runs) {
    const family = families.get(run.model_type)
    if (!family) families.set(run.model_type, { first: run, differing: new Set() })
    else for (const name of differingNames(run, family.first)) family.differing.add(name)
  }
  return (run) => {
    const names = families.get(run.model_type)?.differing ?? new Set()
    return [...parametersOf(run)].flatMap(([name, value]) =>
      names.has(name) ? [`${name} ${value ?? '–'}`] : [],
    )
  }
}

function differingNames(one: Run, other: Run): string[] {
  const [mine, others] = [parametersOf(one), parametersOf(other)]
  return [...new Set([...mine.keys(), ...others.keys()])].filter(
    (name) => mine.get(name) !== others.get(name),
  )
}
