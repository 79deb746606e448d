import type { ReactNode } from 'react'
import { cx } from '@/lib/cx'
import { Figure } from './Figure'

/** Seven steps, each with the text that can be read on it. */
const STEPS = [
  'bg-seq-1 text-on-seq-1',
  'bg-seq-2 text-on-seq-2',
  'bg-seq-3 text-on-seq-3',
  'bg-seq-4 text-on-seq-4',
  'bg-seq-5 text-on-seq-5',
  'bg-seq-6 text-on-seq-6',
  'bg-seq-7 text-on-seq-7',
] as const

interface HeatmapProps {
  title: string
  description?: string
  /** What rows and columns are. */
  rowTitle: string
  columnTitle: string
  rows: readonly string[]
  columns: readonly string[]
  /** `cells[row][column]`: how much colour it gets, 0 to 1 or undefined for none, and what it says. */
  cells: readonly (readonly { share: number | undefined; text: ReactNode }[])[]
  /** Whether the columns' names stand upright: for many columns with long names. */
  upright?: boolean
}

/** A table whose cells are the darker the more there is. Being a table, it needs no other form. */
export function Heatmap(props: HeatmapProps) {
  return (
    <Figure title={props.title} {...(props.description ? { description: props.description } : {})}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys */}
      <section aria-label={props.title} tabIndex={0} className="overflow-x-auto rounded-md">
        <table className="w-full border-separate border-spacing-0.5 text-sm">
          <caption className="sr-only">{props.title}</caption>
          <thead>
            <tr>
              <th scope="col" className="px-2 py-1 text-left font-normal text-muted text-xs">
                {props.rowTitle} ↓ · {props.columnTitle} →
              </th>
              {props.columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  title={props.upright ? column : undefined}
                  className={cx(
                    'px-2 py-1 text-center font-medium text-xs',
                    props.upright && 'h-28 align-bottom',
                  )}
                >
                  {props.upright ? (
                    <span className="mx-auto inline-block max-h-28 rotate-180 truncate text-left [writing-mode:vertical-rl]">
                      {column}
                    </span>
                  ) : (
                    column
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row, line) => (
              <tr key={row}>
                <th scope="row" className="px-2 text-left font-medium text-xs">
                  {row}
                </th>
                {props.cells[line]?.map((cell, column) => (
                  <td
                    key={props.columns[column]}
                    className={cx(
                      'rounded text-center font-mono',
                      props.upright ? 'h-8 min-w-11 px-1 text-xs' : 'h-10 min-w-14 px-2',
                      cell.share !== undefined && stepOf(cell.share),
                    )}
                  >
                    {cell.text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Figure>
  )
}

/** The colours of a share from 0 to 1. */
export function stepOf(share: number): string {
  const step = Math.ceil(Math.max(0, Math.min(share, 1)) * (STEPS.length - 1))
  return STEPS[step] ?? STEPS[0]
}
