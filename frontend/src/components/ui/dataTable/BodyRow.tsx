import { memo, type ReactNode } from 'react'
import { cx } from '@/lib/cx'
import type { DataColumn } from './types'

interface BodyRowProps<Row> {
  row: Row
  columns: readonly DataColumn<Row>[]
  id: string
  /** Its number among all rows, the header being 1. */
  position: number
  height: number
  active: boolean
  /** Stays in sight below the header. */
  pinned?: boolean
  /** Names the checkbox, or says that this row has none; there is no place for one without it. */
  selectLabel: string | false | undefined
  selected: boolean
  onToggle: (row: Row, range: boolean) => void
}

function PlainBodyRow<Row>(props: BodyRowProps<Row>) {
  const { row, columns, pinned, active, selected, selectLabel } = props
  return (
    <tr
      id={props.id}
      aria-rowindex={props.position}
      aria-selected={selectLabel ? selected : undefined}
      style={{ height: props.height }}
      className={cx(
        'group/row',
        pinned ? '*:bg-sunken' : 'hover:*:bg-sunken',
        selected && '*:bg-sunken',
        active && '*:bg-sunken *:first:shadow-[inset_2px_0_0_var(--action)]',
      )}
    >
      {selectLabel !== undefined && (
        <td className="border-line border-b p-0">
          {selectLabel && (
            <label className="grid size-8 cursor-pointer place-items-center">
              <input
                type="checkbox"
                className="size-4 accent-action"
                aria-label={selectLabel}
                checked={selected}
                // The click says whether Shift is held; the change does not.
                onClick={(event) => props.onToggle(row, event.shiftKey)}
                readOnly
              />
            </label>
          )}
        </td>
      )}
      {columns.map((column, index) =>
        index > 0 && column.joins?.(row) ? null : (
          <Cell key={column.id} column={column} span={spanOf(row, columns, index)}>
            {column.render(row)}
          </Cell>
        ),
      )}
    </tr>
  )
}

/** Rows that scroll past others do not change, so they are not drawn again. */
export const BodyRow = memo(PlainBodyRow) as typeof PlainBodyRow

/** How many columns a cell is wide: its own, and those after it that join it. */
function spanOf<Row>(row: Row, columns: readonly DataColumn<Row>[], index: number): number | undefined {
  let end = index + 1
  while (columns[end]?.joins?.(row)) end += 1
  return end > index + 1 ? end - index : undefined
}

function Cell<Row>(props: { column: DataColumn<Row>; span: number | undefined; children: ReactNode }) {
  const { column, span, children } = props
  const className = cx(
    'truncate border-line border-b px-3 py-0 text-sm',
    column.numeric && span === undefined ? 'text-right font-mono tabular-nums' : 'text-left',
  )
  if (!column.rowHeader) {
    return (
      <td colSpan={span} className={className}>
        {children}
      </td>
    )
  }
  return (
    <th scope="row" colSpan={span} className={cx(className, 'font-medium')}>
      {children}
    </th>
  )
}
