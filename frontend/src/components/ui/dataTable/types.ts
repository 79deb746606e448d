import type { ReactNode } from 'react'
import type { Density } from '@/lib/theme'

/** One column of a {@link DataTable}. */
export interface DataColumn<Row> {
  /** Names the column in sort orders and lists of hidden columns; stable. */
  id: string
  /** What the header says. */
  title: string
  /** What a cell shows: one line, cut where it does not fit. */
  render: (row: Row) => ReactNode
  /** What rows are sorted by; makes the column sortable. `undefined` comes last in either direction. */
  sortBy?: ((row: Row) => number | string | undefined) | undefined
  /** Whether the first click sorts downwards, as scores of which more is better want it. */
  descendingFirst?: boolean
  /** Numbers stand right-aligned, in digits of one width. */
  numeric?: boolean
  /** Width in px; the least width of a column that grows. */
  width: number
  /** Takes a share of the space that is left. */
  grows?: boolean
  /** The cell that names the row. */
  rowHeader?: boolean
  /** Whether a row's cell is part of the cell before it, which then has room for a sentence. */
  joins?: (row: Row) => boolean
  /** Shown below the title in the header, for example a histogram of the column. */
  detail?: ReactNode
}

/** By which column rows are sorted. */
export interface Sort {
  column: string
  descending: boolean
}

/** Which rows are chosen. */
export interface Selection<Row> {
  selected: ReadonlySet<string>
  onChange: (selected: ReadonlySet<string>) => void
  /** Names a row's checkbox, for example "Select ridge of 3 May". */
  labelOf: (row: Row) => string
  /** Which rows can be chosen; all without it. */
  canSelect?: (row: Row) => boolean
  /** Names the checkbox of all rows. */
  allLabel: string
}

/** Row heights in px: those of `--row` in `styles/tokens.css`. */
export const ROW_HEIGHT: Record<Density, number> = { comfortable: 40, compact: 32 }
