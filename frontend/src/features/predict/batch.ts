import { ApiError } from '@/api/apiError'
import type { CsvTable } from '@/lib/csv/table'
import type { BadCell, Prediction, Row } from '@/lib/onnx/model'
import type { ModelSchema } from './schema'

/** Rows that are asked for at a time, well below what a request may hold. */
export const CHUNK_ROWS = 1000

/** Rows that the model cannot answer for, and why. */
export class BadRowsError extends Error {
  readonly cells: readonly { row: number; column: string; detail: string }[]

  constructor(cells: BadRowsError['cells']) {
    super(`${cells.length} bad cells`)
    this.cells = cells
  }
}

/** How a table fits a model. */
export interface Fit {
  /** Columns of the model that the table has not; they count as missing. */
  missing: string[]
  /** Columns of the table that the model does not look at. */
  unused: string[]
}

export function fitOf(table: CsvTable, schema: ModelSchema): Fit {
  const names = new Set(table.columns)
  const taken = new Set(schema.inputs.map(({ name }) => name))
  return {
    missing: [...taken].filter((name) => !names.has(name)),
    unused: table.columns.filter((name) => !taken.has(name)),
  }
}

/** The rows as a model takes them: only its columns, everything else stays here. */
export function rowsOf(table: CsvTable, schema: ModelSchema): Row[] {
  const places = schema.inputs.flatMap(({ name }) => {
    const index = table.columns.indexOf(name)
    return index < 0 ? [] : [[name, index] as const]
  })
  return table.rows.map((cells) =>
    Object.fromEntries(places.map(([name, index]) => [name, cells[index] ?? ''])),
  )
}

/** Answers for all rows, part by part. Row numbers of errors count from 0 in the whole. */
export async function predictAll(
  rows: readonly Row[],
  predict: (rows: Row[]) => Promise<Prediction[] | { bad: BadCell[] }>,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<Prediction[]> {
  const predictions: Prediction[] = []
  for (let from = 0; from < rows.length; from += CHUNK_ROWS) {
    signal.throwIfAborted()
    const answer = await predict(rows.slice(from, from + CHUNK_ROWS)).catch((error: unknown) => {
      throw badRows(error, from) ?? error
    })
    if (!Array.isArray(answer)) {
      throw new BadRowsError(
        answer.bad.map(({ row, column, value }) => ({ row: row + from, column, detail: `“${value}”` })),
      )
    }
    predictions.push(...answer)
    onProgress(predictions.length)
  }
  return predictions
}

/** The API's refusal of rows as cells of the whole table. */
function badRows(error: unknown, from: number): BadRowsError | undefined {
  if (!(error instanceof ApiError)) return undefined
  const cells = error.fields.flatMap(({ pointer, detail }) => {
    const found = /^\/rows\/(\d+)\/(.*)$/.exec(pointer)
    if (!found) return []
    const column = (found[2] ?? '').replaceAll('~1', '/').replaceAll('~0', '~')
    return [{ row: Number(found[1]) + from, column, detail }]
  })
  return cells.length > 0 ? new BadRowsError(cells) : undefined
}

/** The table with what the model says behind each row. */
export function scoredTable(
  table: CsvTable,
  schema: ModelSchema,
  predictions: readonly Prediction[],
): CsvTable {
  const { target, labels, task } = schema
  const shares = task === 'classification' ? labels : []
  return {
    columns: [...table.columns, `predicted_${target}`, ...shares.map((label) => `probability_${label}`)],
    rows: table.rows.map((cells, index) => {
      const answer = predictions[index]
      return [
        ...cells,
        String(answer?.prediction ?? ''),
        ...shares.map((label) => String(answer?.probabilities?.[label] ?? '')),
      ]
    }),
  }
}
