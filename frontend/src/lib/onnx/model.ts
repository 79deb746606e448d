import { isMissing, parseMoment, parseNumber } from '../cells'

/** A column that a model takes. */
export interface ModelInput {
  name: string
  kind: 'numeric' | 'categorical' | 'boolean' | 'datetime'
}

/** An input of the graph, as the runtime describes it. */
export interface GraphInput {
  name: string
  type: string
}

/** A row by column name; what is absent or empty is missing. */
export type Row = Readonly<Record<string, string | null | undefined>>

/** A cell that the model cannot take: the row counts from 0. */
export interface BadCell {
  row: number
  column: string
  kind: ModelInput['kind']
  value: string
}

/** The values of one column, ready for the graph. */
export type ColumnData = Float32Array | Float64Array | string[]

/** The file does not take the columns that the API says it takes. */
export class OtherModelError extends Error {}

/**
 * Which column each input of the graph is. They come in the same order; a column that is called like an output has
 * `_input` behind its name.
 */
export function matchInputs(graph: readonly GraphInput[], columns: readonly ModelInput[]): ModelInput[] {
  const named = new Map(columns.map((column) => [column.name, column]))
  return graph.map(({ name }) => {
    const column = named.get(name) ?? named.get(name.replace(/_input_*$/, ''))
    if (!column) throw new OtherModelError(name)
    return column
  })
}

/** The cells of a column as the graph takes them, or those it cannot take. */
export function encodeColumn(
  type: string,
  { name, kind }: ModelInput,
  rows: readonly Row[],
): { data: ColumnData } | { bad: BadCell[] } {
  const cells = rows.map((row) => row[name] ?? '')
  if (type === 'string') return { data: cells.map((cell) => (isMissing(cell) ? '' : cell.trim())) }
  const parse = kind === 'datetime' ? parseMoment : parseNumber
  const bad: BadCell[] = []
  const numbers = cells.map((value, row) => {
    if (isMissing(value)) return Number.NaN
    const number = parse(value)
    if (number === undefined) bad.push({ row, column: name, kind, value })
    return number ?? Number.NaN
  })
  if (bad.length > 0) return { bad }
  return { data: type === 'float64' ? Float64Array.from(numbers) : Float32Array.from(numbers) }
}

/** What a model says about one row. */
export interface Prediction {
  prediction: string | number
  /** The probability of each class; only for classification. */
  probabilities: Record<string, number> | null
}

/** The outputs of a graph. */
export interface GraphOutputs {
  label?: readonly string[]
  probabilities?: ArrayLike<number>
  prediction?: ArrayLike<number>
}

/** Answers for `count` rows. A model that looks at no column answers once, for all of them. */
export function decodeOutputs(outputs: GraphOutputs, labels: readonly string[], count: number): Prediction[] {
  const { label, probabilities, prediction } = outputs
  return Array.from({ length: count }, (_, index) => {
    if (label === undefined || probabilities === undefined) {
      const values = prediction ?? []
      return { prediction: values[index] ?? values[0] ?? Number.NaN, probabilities: null }
    }
    const row = label.length === count ? index : 0
    const shares = labels.map((name, at) => [name, probabilities[row * labels.length + at] ?? 0] as const)
    return { prediction: label[row] ?? '', probabilities: Object.fromEntries(shares) }
  })
}
