import type { ModelInput } from '@/lib/onnx/model'

/** One value that a model takes, as a form needs it. */
export interface SchemaInput extends ModelInput {
  /** Every word that the column had; undefined when there were too many to list. */
  levels: readonly string[] | undefined
  /** Words that were frequent, when not all are listed. */
  examples: readonly string[]
  min: number | undefined
  max: number | undefined
  /** The median, or the most frequent word: what a form starts with. */
  usual: string
}

/** What a model takes and answers. */
export interface ModelSchema {
  target: string
  task: 'classification' | 'regression'
  labels: string[]
  inputs: SchemaInput[]
}

/** The parts of a run's report that say what the model was made of. */
export interface RunReport {
  target: string
  task: 'classification' | 'regression'
  labels: string[]
  importance: { feature: string }[]
}

/** The parts of a dataset's profile that a form needs. */
export interface InputProfile {
  columns: {
    name: string
    kind: string
    unique: number
    numeric: { min: number; max: number; quantiles: { p50: number } } | null
    top_values: { value: string; count: number }[]
  }[]
}

const KINDS = ['numeric', 'categorical', 'boolean', 'datetime'] as const

/**
 * What a model takes: the columns whose importance was measured, described as they are in its dataset. Without the
 * dataset, which may have been deleted, they are free text.
 */
export function schemaOf(report: RunReport, profile: InputProfile | null): ModelSchema {
  const used = new Set(report.importance.map(({ feature }) => feature))
  const known = profile?.columns.filter(({ name }) => used.has(name)) ?? []
  const inputs = profile ? known.map(inputOf) : [...used].map((name): SchemaInput => ({ ...FREE_TEXT, name }))
  return { target: report.target, task: report.task, labels: report.labels, inputs }
}

const FREE_TEXT = {
  kind: 'categorical',
  levels: undefined,
  examples: [],
  min: undefined,
  max: undefined,
  usual: '',
} as const

function inputOf(column: InputProfile['columns'][number]): SchemaInput {
  const words = column.top_values.map(({ value }) => value)
  const median = column.numeric?.quantiles.p50
  return {
    name: column.name,
    kind: KINDS.find((kind) => kind === column.kind) ?? (column.numeric ? 'numeric' : 'categorical'),
    levels: words.length > 0 && words.length === column.unique ? words : undefined,
    examples: words,
    min: column.numeric?.min,
    max: column.numeric?.max,
    usual: median === undefined ? (words[0] ?? '') : String(Number(median.toPrecision(6))),
  }
}
