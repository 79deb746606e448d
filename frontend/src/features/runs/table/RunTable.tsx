import { SearchX } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useCallback, useMemo } from 'react'
import { Button } from '@/components/ui/Button'
import { DataTable } from '@/components/ui/dataTable/DataTable'
import type { Sort } from '@/components/ui/dataTable/types'
import { EmptyState } from '@/components/ui/EmptyState'
import { useI18n } from '@/i18n/I18nProvider'
import { useStable } from '@/lib/useStable'
import { useWide } from '@/lib/useWide'
import type { Extent, Run } from '../api'
import type { EndedJob, RunRow } from '../runRow'
import { ColumnMenu } from './ColumnMenu'
import { storedColumns, USUAL } from './columnIds'
import { columnsOf } from './columns'
import { FilterBox } from './FilterBox'
import { RunCard } from './RunCard'
import { RunName } from './RunName'
import { idsOf, NEWEST_FIRST, type RunsSearch, sortOf, textOfSort } from './search'
import { TableCount } from './TableCount'
import { useChosen } from './useChosen'
import { useFiltered } from './useFiltered'
import { useRunRows } from './useRunRows'
import { useTypedText } from './useTypedText'
import { ViewChips } from './ViewChips'

/** For those who have chosen something. */
const SelectionBar = lazy(async () => ({ default: (await import('./SelectionBar')).SelectionBar }))
/** For phones alone. */
const SortChoice = lazy(async () => ({ default: (await import('./SortChoice')).SortChoice }))

interface RunTableProps {
  runs: readonly Run[]
  /** Trainings that ended without a run. */
  ended: readonly EndedJob[]
  /** How many of one's runs these are. */
  extent: Extent
  search: RunsSearch
  /** Changes the address; `step` where one should come back to before it. */
  onSearch: (search: RunsSearch, step: boolean) => void
  onOpen: (id: string) => void
  renderLink: (id: string, name: string) => ReactNode
  renderCompare: (ids: readonly string[], words: string) => ReactNode
}

const keyOf = (row: RunRow) => row.id

/** Every training: filtered, sorted, pinned and chosen, all of it in the address. */
export function RunTable(props: RunTableProps) {
  const { runs, search, onSearch } = props
  const { t, format } = useI18n()
  const wide = useWide()
  const rows = useRunRows(runs, props.ended)
  const [text, setText] = useTypedText(search.q ?? '', (q) => onSearch({ ...search, q }, false))
  const found = useFiltered(rows, runs, text)
  const pinned = useMemo(() => rows.find(({ id }) => id === search.pin), [rows, search.pin])
  const others = useMemo(
    () => (pinned ? found.rows.filter((row) => row !== pinned) : found.rows),
    [found.rows, pinned],
  )
  const [selected, select] = useChosen(search.runs, (ids) => onSearch({ ...search, runs: ids }, false))
  const kept = storedColumns.use()
  const columnIds = useMemo(
    () => (search.columns === undefined ? kept : idsOf(search.columns)),
    [search.columns, kept],
  )
  const sort = useMemo(() => sortOf(search.sort), [search.sort])
  const pin = useStable((row: RunRow | undefined) => onSearch({ ...search, pin: row?.id ?? '' }, true))
  const { renderLink } = props
  const renderName = useCallback(
    (row: RunRow) => <RunName row={row} pinned={row === pinned} onPin={pin} renderLink={renderLink} />,
    [pinned, pin, renderLink],
  )
  const columns = useMemo(
    () => columnsOf(columnIds, { t, format, renderName, pinned }),
    [columnIds, t, format, renderName, pinned],
  )
  const labelOf = useCallback(
    (row: RunRow) => t.runsTable.select(row.model, format.moment(row.createdAt)),
    [t, format],
  )

  function chooseColumns(ids: readonly string[]) {
    storedColumns.set(ids)
    onSearch({ ...search, columns: ids.join() === USUAL.join() ? '' : ids.join() }, false)
  }
  const sortBy = (next: Sort) =>
    onSearch({ ...search, sort: textOfSort(next) === textOfSort(NEWEST_FIRST) ? '' : textOfSort(next) }, true)

  return (
    <div className="grid min-w-0 gap-3">
      <div className="grid gap-2 sm:grid-cols-[minmax(0,1fr)_auto]">
        <FilterBox text={text} onChange={setText} keys={found.keys} rows={rows} problems={found.problems} />
        <div className="flex items-start gap-2">
          {!wide && (
            <Suspense>
              <SortChoice columns={columns} sort={sort} onChange={sortBy} />
            </Suspense>
          )}
          {wide && <ColumnMenu runs={runs} columns={columnIds} onChange={chooseColumns} />}
        </div>
      </div>
      <ViewChips
        search={search}
        onChoose={(view) => {
          // What was typed last may not have been handed on yet.
          setText(view.q ?? '')
          onSearch({ ...view, ...(search.runs && { runs: search.runs }) }, true)
        }}
      />
      <TableCount shown={found.rows.length} all={rows.length} extent={props.extent} />
      {found.rows.length === 0 && !pinned ? (
        <EmptyState icon={SearchX}>
          <p>{t.runsTable.noMatch}</p>
          <Button onClick={() => setText('')}>{t.runsTable.clearFilter}</Button>
        </EmptyState>
      ) : (
        <DataTable
          label={t.runsTable.label}
          rows={others}
          keyOf={keyOf}
          columns={columns}
          sort={sort}
          onSortChange={sortBy}
          pinned={pinned}
          onOpen={(row) => row.run && props.onOpen(row.id)}
          selection={{ selected, onChange: select, labelOf, allLabel: t.runsTable.selectAll, canSelect }}
          renderCard={(row) => (
            <RunCard
              row={row}
              pinned={pinned}
              selected={selected.has(row.id)}
              onToggle={({ id }) => select(toggle(selected, id))}
              name={renderName(row)}
            />
          )}
        />
      )}
      <Suspense>
        <SelectionBar
          chosen={[...selected]}
          onClear={() => select(new Set())}
          renderCompare={props.renderCompare}
        />
      </Suspense>
    </div>
  )
}

/** A training without a run has nothing to compare. */
const canSelect = (row: RunRow) => row.run !== undefined

function toggle(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const changed = new Set(ids)
  if (!changed.delete(id)) changed.add(id)
  return changed
}
