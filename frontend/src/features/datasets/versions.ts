import type { ColumnProfile, Profile } from './profile'

/** What became of a column from one version to the next, the gravest first. */
export const COLUMN_CHANGES = ['removed', 'added', 'retyped', 'missing', 'same'] as const
export type ColumnChange = (typeof COLUMN_CHANGES)[number]

/** A column of two versions. */
export interface ColumnDifference {
  name: string
  change: ColumnChange
  before: ColumnProfile | undefined
  after: ColumnProfile | undefined
  /** Shares of its cells that are empty, where the column is. */
  missing: { before: number | undefined; after: number | undefined }
}

/** What is different between two versions of a dataset. */
export interface VersionDifference {
  /** Every column of either version: those that changed most first, the others as they stand in the file. */
  columns: ColumnDifference[]
  /** How many columns each change befell. */
  counts: Record<ColumnChange, number>
}

/** Compares an older version with a newer one by their profiles. */
export function compareVersions(before: Profile, after: Profile): VersionDifference {
  const old = new Map(before.columns.map((column) => [column.name, column]))
  const names = new Set([...after.columns, ...before.columns].map(({ name }) => name))
  const present = new Map(after.columns.map((column) => [column.name, column]))
  const columns = [...names].map((name): ColumnDifference => {
    const [one, other] = [old.get(name), present.get(name)]
    const missing = { before: shareOf(one, before), after: shareOf(other, after) }
    return { name, change: changeOf(one, other, missing), before: one, after: other, missing }
  })
  const counts = { removed: 0, added: 0, retyped: 0, missing: 0, same: 0 }
  for (const { change } of columns) counts[change] += 1
  return { columns: columns.sort((a, b) => rankOf(a) - rankOf(b) || movedOf(b) - movedOf(a)), counts }
}

function shareOf(column: ColumnProfile | undefined, { rows }: Profile): number | undefined {
  return column && rows > 0 ? column.missing / rows : undefined
}

function changeOf(
  before: ColumnProfile | undefined,
  after: ColumnProfile | undefined,
  missing: ColumnDifference['missing'],
): ColumnChange {
  if (!before) return 'added'
  if (!after) return 'removed'
  if (before.kind !== after.kind) return 'retyped'
  return missing.before === missing.after ? 'same' : 'missing'
}

const rankOf = ({ change }: ColumnDifference) => COLUMN_CHANGES.indexOf(change)

/** How far the share of empty cells has moved, where there is one before and after. */
export function shiftOf({ before, after }: ColumnDifference['missing']): number | undefined {
  return before === undefined || after === undefined ? undefined : after - before
}

const movedOf = ({ missing }: ColumnDifference) => Math.abs(shiftOf(missing) ?? 0)
