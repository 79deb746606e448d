import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Button } from '@/components/ui/Button'
import { DataTable } from '@/components/ui/dataTable/DataTable'
import type { DataColumn } from '@/components/ui/dataTable/types'
import { Failure } from '@/components/ui/Failure'
import { IconButton } from '@/components/ui/IconButton'
import { SkeletonRows } from '@/components/ui/Skeleton'
import { useI18n } from '@/i18n/I18nProvider'
import type { Dataset } from './api'
import { ColumnStrip } from './ColumnStrip'
import { MOST_ROWS, SOME_ROWS, usePreview } from './detail'
import type { Profile } from './profile'

interface SampleRow {
  line: number
  cells: readonly (string | null)[]
}

/** Columns that are put into the document at once. */
const SHOWN_COLUMNS = 30

/** The first rows of a dataset, each column under its distribution. */
export function SampleTable({ dataset, profile }: { dataset: Dataset; profile: Profile }) {
  const { t } = useI18n()
  const [wanted, setWanted] = useState(SOME_ROWS)
  const preview = usePreview(dataset.id, wanted)
  const rows = useMemo(
    () => preview.data?.rows.map((cells, index) => ({ line: index + 1, cells })) ?? [],
    [preview.data],
  )
  const [first, setFirst] = useState(0)
  const columns = useMemo(() => columnsOf(profile, first), [profile, first])
  if (preview.isPending) return <SkeletonRows rows={8} />
  if (preview.isError) return <Failure error={preview.error} onRetry={() => void preview.refetch()} />
  const all = profile.columns.length
  const total = preview.data.total_rows
  const last = Math.min(first + SHOWN_COLUMNS, all)
  return (
    <div className="grid gap-2">
      <div className="flex min-h-7 flex-wrap items-center gap-x-3 text-muted text-sm">
        <p role="status">
          {rows.length < total ? t.dataset.firstRows(rows.length, total) : t.dataset.allRows(rows.length)}
        </p>
        {wanted < MOST_ROWS && rows.length < total && (
          <Button size="small" disabled={preview.isFetching} onClick={() => setWanted(MOST_ROWS)}>
            {total > MOST_ROWS ? t.dataset.showRows(MOST_ROWS) : t.dataset.showAllRows}
          </Button>
        )}
        {all > SHOWN_COLUMNS && (
          <div className="flex items-center gap-1">
            <IconButton
              size="small"
              icon={ChevronLeft}
              label={t.dataset.earlierColumns}
              disabled={first === 0}
              onClick={() => setFirst(first - SHOWN_COLUMNS)}
            />
            <span role="status">{t.dataset.someColumns(first + 1, last, all)}</span>
            <IconButton
              size="small"
              icon={ChevronRight}
              label={t.dataset.laterColumns}
              disabled={last === all}
              onClick={() => setFirst(last)}
            />
          </div>
        )}
      </div>
      <DataTable
        label={t.dataset.sampleLabel(dataset.name)}
        rows={rows}
        keyOf={(row) => String(row.line)}
        columns={columns}
        density="compact"
        className="max-h-[60dvh]"
      />
    </div>
  )
}

function columnsOf(profile: Profile, first: number): DataColumn<SampleRow>[] {
  const line: DataColumn<SampleRow> = {
    id: '#',
    title: '#',
    numeric: true,
    width: 64,
    rowHeader: true,
    render: (row) => <span className="text-muted">{row.line}</span>,
  }
  const shown = profile.columns.slice(first, first + SHOWN_COLUMNS)
  return [
    line,
    ...shown.map(
      (column, index): DataColumn<SampleRow> => ({
        id: column.name,
        title: column.name,
        numeric: column.kind === 'numeric',
        width: 128,
        grows: true,
        detail: <ColumnStrip column={column} rows={profile.rows} />,
        render: (row) => <Cell text={row.cells[first + index] ?? null} />,
      }),
    ),
  ]
}

function Cell({ text }: { text: string | null }) {
  const { t } = useI18n()
  if (text !== null) return text
  return (
    <span className="text-muted">
      <span aria-hidden="true">·</span>
      <span className="sr-only">{t.dataset.missingCell}</span>
    </span>
  )
}
