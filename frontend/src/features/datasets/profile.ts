/** What a column holds. */
export type ColumnKind = 'numeric' | 'categorical' | 'boolean' | 'datetime' | 'text' | 'id'

export interface DataWarning {
  kind: string
  column: string | null
  detail: string
}

export interface NumericSummary {
  min: number
  max: number
  mean: number
  std: number | null
  quantiles: { p5: number; p25: number; p50: number; p75: number; p95: number }
  histogram: { edges: number[]; counts: number[] }
}

/** One column, described. */
export interface ColumnProfile {
  name: string
  kind: ColumnKind
  missing: number
  unique: number
  numeric: NumericSummary | null
  top_values: { value: string; count: number }[]
  warnings: DataWarning[]
}

/** What is in a dataset. */
export interface Profile {
  rows: number
  delimiter: string
  columns: ColumnProfile[]
  warnings: DataWarning[]
  target_suggestion: { column: string; task: 'classification' | 'regression'; reason: string } | null
  duplicate_rows: number
  empty_ratio: number
}

/** Columns that one version has and another has not, and those whose kind is another. */
export interface Difference {
  rows: number
  added: string[]
  removed: string[]
  changed: { name: string; before: ColumnKind; after: ColumnKind }[]
}

/** What changed from one version to another. */
export function differenceOf(before: Profile, after: Profile): Difference {
  const kinds = new Map(before.columns.map(({ name, kind }) => [name, kind]))
  const names = new Set(after.columns.map(({ name }) => name))
  return {
    rows: after.rows - before.rows,
    added: after.columns.filter(({ name }) => !kinds.has(name)).map(({ name }) => name),
    removed: before.columns.filter(({ name }) => !names.has(name)).map(({ name }) => name),
    changed: after.columns.flatMap(({ name, kind }) => {
      const earlier = kinds.get(name)
      return earlier !== undefined && earlier !== kind ? [{ name, before: earlier, after: kind }] : []
    }),
  }
}
