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
