import type { RunRow } from '../runRow'

/** Whether a run learned from the same data for the same target, so that its scores can be set beside another's. */
export function isLike(row: RunRow, other: RunRow): boolean {
  return row.run?.dataset_id === other.run?.dataset_id && row.target === other.target
}

/** The runs to compare: those that were compared before keep their places, others come after. */
export function chosenInOrder(before: readonly string[], selected: ReadonlySet<string>): string[] {
  return [...before.filter((id) => selected.has(id)), ...[...selected].filter((id) => !before.includes(id))]
}
