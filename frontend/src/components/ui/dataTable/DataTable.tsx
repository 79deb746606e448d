import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useId, useLayoutEffect, useMemo, useRef } from 'react'
import { cx } from '@/lib/cx'
import { type Density, density } from '@/lib/theme'
import { useWide } from '@/lib/useWide'
import { BodyRow } from './BodyRow'
import { CardList } from './CardList'
import { HeaderRow } from './HeaderRow'
import { type DataColumn, ROW_HEIGHT, type Selection, type Sort } from './types'
import { useRowKeys } from './useRowKeys'
import { useSelection } from './useSelection'
import { useSortedRows } from './useSortedRows'

const OVERSCAN = 6
const CHECKBOX_WIDTH = 36

interface DataTableProps<Row> {
  /** Names the table for those who listen. */
  label: string
  /** Rows in their own order; keep the same array while nothing changes. */
  rows: readonly Row[]
  /** A row's identity. */
  keyOf: (row: Row) => string
  /** What is shown, in order; keep the same array while nothing changes. */
  columns: readonly DataColumn<Row>[]
  sort?: Sort | undefined
  onSortChange?: (sort: Sort) => void
  selection?: Selection<Row>
  /** A row that stays below the header, whatever the order; leave it out of `rows`. */
  pinned?: Row | undefined
  /** Enter on a row. */
  onOpen?: (row: Row) => void
  /** Another density than the one chosen in the settings. */
  density?: Density
  /** Shows a row in narrow windows, where a table has no room. Without it the table scrolls sideways. */
  renderCard?: (row: Row) => ReactNode
  /** Limits the height, so that the table scrolls: the default is most of the window. */
  className?: string
}

/**
 * Any number of rows: only those in view are in the document. Sort buttons in the header, one Tab stop with arrows,
 * Home, End, Page up and down, Enter to open and Space to choose, Shift to choose a range.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { rows, columns, keyOf, pinned } = props
  const wide = useWide()
  const sorted = useSortedRows(rows, columns, props.sort)
  const choice = useSelection(sorted, keyOf, props.selection)
  if (!wide && props.renderCard) {
    return (
      <CardList
        label={props.label}
        rows={pinned ? [pinned, ...sorted] : sorted}
        keyOf={keyOf}
        renderCard={props.renderCard}
      />
    )
  }
  return <WideTable {...props} sorted={sorted} choice={choice} />
}

function WideTable<Row extends object>(
  props: DataTableProps<Row> & {
    sorted: readonly Row[]
    choice: ReturnType<typeof useSelection<Row>>
  },
) {
  const { sorted, columns, keyOf, selection, choice, pinned } = props
  const chosen = density.use()
  const height = ROW_HEIGHT[props.density ?? chosen]
  const scroller = useRef<HTMLDivElement>(null)
  const id = useId()
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: OVERSCAN,
    // What is scrolled to must not hide below the header.
    scrollPaddingStart: pinned ? 2 * height : height,
  })
  // Rows that have another height stand in other places.
  useLayoutEffect(() => virtual.measure(), [height])
  const keys = useRowKeys({
    count: sorted.length,
    page: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 2),
    scrollTo: (index) => virtual.scrollToIndex(index),
    onOpen: props.onOpen && ((index) => sorted[index] && props.onOpen?.(sorted[index])),
    onToggle: selection && ((index) => sorted[index] && choice.toggle(sorted[index], false)),
  })
  const items = virtual.getVirtualItems()
  const inView = items.some((item) => item.index === keys.active)
  const before = pinned ? 3 : 2
  const least = useMemo(
    () => columns.reduce((sum, column) => sum + column.width, selection ? CHECKBOX_WIDTH : 0),
    [columns, selection],
  )

  const bodyRow = (row: Row, position: number, extra: { active: boolean; pinned?: boolean }) => (
    <BodyRow
      key={keyOf(row)}
      row={row}
      columns={columns}
      id={`${id}-${keyOf(row)}`}
      position={position}
      height={height}
      selectLabel={selection && (selection.canSelect?.(row) ?? true) && selection.labelOf(row)}
      selected={selection?.selected.has(keyOf(row)) ?? false}
      onToggle={choice.toggle}
      {...extra}
    />
  )

  return (
    <div
      ref={scroller}
      className={cx(
        'relative overflow-auto rounded-xl border border-line bg-surface',
        props.className ?? 'max-h-[75dvh]',
      )}
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that the keyboard moves in
        role="grid"
        tabIndex={0}
        aria-label={props.label}
        aria-rowcount={sorted.length + before - 1}
        aria-activedescendant={
          inView && keys.active !== undefined && sorted[keys.active]
            ? `${id}-${keyOf(sorted[keys.active] as Row)}`
            : undefined
        }
        onKeyDown={keys.onKeyDown}
        style={{ minWidth: least }}
        className="w-full table-fixed border-separate border-spacing-0"
      >
        <colgroup>
          {selection && <col style={{ width: CHECKBOX_WIDTH }} />}
          {columns.map((column) => (
            <col key={column.id} style={column.grows ? undefined : { width: column.width }} />
          ))}
        </colgroup>
        <thead className="sticky top-0 z-10">
          <HeaderRow
            columns={columns}
            sort={props.sort}
            onSortChange={props.onSortChange}
            selectAll={
              selection && { label: selection.allLabel, state: choice.state, onToggle: choice.toggleAll }
            }
          />
          {pinned && bodyRow(pinned, 2, { active: false, pinned: true })}
        </thead>
        <tbody>
          <Space height={items[0]?.start ?? 0} />
          {items.map(({ index }) => {
            const row = sorted[index]
            return row && bodyRow(row, index + before, { active: index === keys.active })
          })}
          <Space height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </div>
  )
}

/** Stands for rows that are not in view. */
function Space({ height }: { height: number }) {
  if (height <= 0) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can take the focus
    <tr aria-hidden="true">
      <td style={{ height }} className="p-0" />
    </tr>
  )
}
