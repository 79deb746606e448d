import Papa from 'papaparse'
import { decode, type NotText } from './decode'
import { type Delimiter, guessDelimiter } from './delimiter'
import { PREVIEW_ROWS } from './limits'

/** What looks wrong with a file before it is sent. The API has the last word, and says more. */
export type PreviewProblem =
  | { kind: NotText | 'empty' | 'one-column' }
  | { kind: 'ragged'; line: number; cells: number; expected: number }
  | { kind: 'duplicate-name' | 'empty-name'; column: string }

/** The beginning of a CSV. */
export interface CsvPreview {
  delimiter: Delimiter
  columns: string[]
  rows: string[][]
  /** Whether there are more rows than these. */
  more: boolean
  problem: PreviewProblem | undefined
}

const NOTHING = { delimiter: ',', columns: [], rows: [], more: false } as const

/** Describes the beginning of a file; `goesOn` says that there is more than these bytes. */
export function previewOf(bytes: Uint8Array, goesOn: boolean): CsvPreview {
  const text = decode(bytes, goesOn)
  if (typeof text !== 'string') return { ...NOTHING, columns: [], rows: [], problem: { kind: text.problem } }
  if (text.trim() === '') return { ...NOTHING, columns: [], rows: [], problem: { kind: 'empty' } }
  const delimiter = guessDelimiter(text)
  const { rows, lines } = readRows(text, delimiter, goesOn)
  const [columns = [], ...data] = rows
  return {
    delimiter,
    columns,
    rows: data.slice(0, PREVIEW_ROWS),
    more: goesOn || data.length > PREVIEW_ROWS,
    problem: problemOf(columns, data, lines),
  }
}

/** Rows with the line that each begins on. The last one may be cut when the file goes on, so it is left out. */
function readRows(text: string, delimiter: Delimiter, goesOn: boolean) {
  const rows: string[][] = []
  const lines: number[] = []
  let line = 1
  let from = 0
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ data, meta }) => {
      if (data.length > 1 || data[0] !== '') {
        rows.push(data)
        lines.push(line)
      }
      line += text.slice(from, meta.cursor).split(/\r\n|\n|\r/).length - 1
      from = meta.cursor
    },
  })
  if (goesOn) rows.pop()
  return { rows, lines }
}

function problemOf(columns: string[], data: string[][], lines: number[]): PreviewProblem | undefined {
  if (columns.length < 2) return { kind: 'one-column' }
  const unnamed = columns.findIndex((name) => name.trim() === '')
  if (unnamed >= 0) return { kind: 'empty-name', column: String(unnamed + 1) }
  const twice = columns.find((name, index) => columns.indexOf(name) < index)
  if (twice !== undefined) return { kind: 'duplicate-name', column: twice }
  const ragged = data.findIndex((row) => row.length !== columns.length)
  if (ragged < 0) return undefined
  const cells = data[ragged]?.length ?? 0
  return { kind: 'ragged', line: lines[ragged + 1] ?? 0, cells, expected: columns.length }
}
