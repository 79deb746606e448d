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
  /** Names the checkbox; there is none without it. */
  selectLabel: string | undefined
  selected: boolean
  onToggle: (row: Row, range: boolean) => void
}

function PlainBodyRow<Row>(props: BodyRowProps<Row>) {
  const { row, columns, pinned, active, selected, selectLabel } = props
  return (
    <tr
      id={props.id}
      aria-rowindex={props.position}
      aria-selected={selectLabel === undefined ? undefined : selected}
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
        </td>
      )}
      {columns.map((column) => (
        <Cell key={column.id} column={column}>
          {column.render(row)}
        </Cell>
      ))}
    </tr>
  )
}

/** Rows that scroll past others do not change, so they are not drawn again. */
export const BodyRow = memo(PlainBodyRow) as typeof PlainBodyRow

function Cell<Row>({ column, children }: { column: DataColumn<Row>; children: ReactNode }) {
  const className = cx(
    'truncate border-line border-b px-3 py-0 text-sm',
    column.numeric ? 'text-right font-mono tabular-nums' : 'text-left',
  )
  if (!column.rowHeader) return <td className={className}>{children}</td>
  return (
    <th scope="row" className={cx(className, 'font-medium')}>
      {children}
    </th>
  )
}
