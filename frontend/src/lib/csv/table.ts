import Papa from 'papaparse'
import { guessDelimiter } from './delimiter'

/** A whole CSV as text. */
export interface CsvTable {
  columns: string[]
  rows: string[][]
}

/** A row that is not as wide as the header, by its number from 1 below the header. */
export interface RaggedRow {
  row: number
  cells: number
  expected: number
}

/** Reads a whole CSV, or says which row is broken. */
export function readTable(text: string): CsvTable | { ragged: RaggedRow } {
  const sample = text.slice(0, 64 * 1024)
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    delimiter: guessDelimiter(sample),
    skipEmptyLines: true,
  })
  const [columns = [], ...rows] = data
  const broken = rows.findIndex((row) => row.length !== columns.length)
  if (broken < 0) return { columns: columns.map((name) => name.trim()), rows }
  return { ragged: { row: broken + 1, cells: rows[broken]?.length ?? 0, expected: columns.length } }
}

/**
 * Text that a spreadsheet would run as a formula: it starts with `= + - @`, a tab, a line break or NUL, and is no
 * number. Such text is written with an apostrophe in front.
 */
const FORMULA = /^(?![+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:e[+-]?\d+)?$)[=+\-@\t\r\n\0]/i

/** Writes a table as CSV, for spreadsheets as well as programs. */
export function writeTable({ columns, rows }: CsvTable): string {
  return `${Papa.unparse([columns, ...rows], { escapeFormulae: FORMULA, newline: '\n' })}\n`
}
