import { cx } from '@/lib/cx'
import type { DataColumn, Sort } from './types'

interface HeaderRowProps<Row> {
  columns: readonly DataColumn<Row>[]
  sort: Sort | undefined
  onSortChange: ((sort: Sort) => void) | undefined
  /** The checkbox of all rows. */
  selectAll: { label: string; state: 'none' | 'some' | 'all'; onToggle: () => void } | undefined
}

export function HeaderRow<Row>({ columns, sort, onSortChange, selectAll }: HeaderRowProps<Row>) {
  return (
    <tr aria-rowindex={1}>
      {selectAll && (
        <th scope="col" className="border-line border-b bg-surface p-0">
          <label className="grid size-8 cursor-pointer place-items-center">
            <input
              type="checkbox"
              className="size-4 accent-action"
              aria-label={selectAll.label}
              checked={selectAll.state === 'all'}
              ref={(input) => {
                if (input) input.indeterminate = selectAll.state === 'some'
              }}
              onChange={selectAll.onToggle}
            />
          </label>
        </th>
      )}
      {columns.map((column) => (
        <Heading
          key={column.id}
          column={column}
          sort={sort?.column === column.id ? sort : undefined}
          onSortChange={onSortChange}
        />
      ))}
    </tr>
  )
}

function Heading<Row>(props: {
  column: DataColumn<Row>
  sort: Sort | undefined
  onSortChange: ((sort: Sort) => void) | undefined
}) {
  const { column, sort, onSortChange } = props
  const sortable = column.sortBy !== undefined && onSortChange !== undefined
  const descending = sort ? !sort.descending : (column.descendingFirst ?? false)
  return (
    <th
      scope="col"
      aria-sort={sort ? (sort.descending ? 'descending' : 'ascending') : undefined}
      className={cx(
        'border-line border-b bg-surface px-3 py-1 align-bottom font-medium text-muted text-xs',
        column.numeric ? 'text-right' : 'text-left',
      )}
    >
      {sortable ? (
        <button
          type="button"
          onClick={() => onSortChange({ column: column.id, descending })}
          className={cx(
            'group inline-flex min-h-6 max-w-full cursor-pointer items-center gap-1 hover:text-ink',
            sort && 'text-ink',
          )}
        >
          <span className="truncate">{column.title}</span>
          <span aria-hidden="true" className={cx(!sort && 'opacity-0 group-hover:opacity-60')}>
            {(sort ? sort.descending : descending) ? '↓' : '↑'}
          </span>
        </button>
      ) : (
        <span className="inline-flex min-h-6 max-w-full items-center">
          <span className="truncate">{column.title}</span>
        </span>
      )}
      {column.detail}
    </th>
  )
}
