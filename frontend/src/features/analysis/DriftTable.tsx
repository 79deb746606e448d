import { useMemo, useState } from 'react'
import { Badge, type Tone } from '@/components/ui/Badge'
import { DataTable } from '@/components/ui/dataTable/DataTable'
import type { DataColumn, Sort } from '@/components/ui/dataTable/types'
import type { Format } from '@/i18n/format'
import { useI18n } from '@/i18n/I18nProvider'
import type { ColumnDrift, Drift } from './api'

const TONES: Record<ColumnDrift['level'], Tone> = { stable: 'good', shifted: 'warn', much_shifted: 'bad' }
const ORDER: Record<ColumnDrift['level'], number> = { much_shifted: 0, shifted: 1, stable: 2 }

/** What has shifted: every column that can be compared, and what came, went or became something else. */
export function DriftTable({ drift }: { drift: Drift }) {
  const { t } = useI18n()
  const [sort, setSort] = useState<Sort | undefined>()
  const columns = useDriftColumns()
  const shifted = drift.columns.filter(({ level }) => level !== 'stable').length
  return (
    <div className="grid gap-4">
      <p className="max-w-prose text-muted text-sm">{t.analysis.driftHint}</p>
      <p>{t.analysis.driftSummary(shifted, drift.columns.length)}</p>
      {drift.columns.length > 0 && (
        <DataTable
          label={t.analysis.driftLabel}
          rows={drift.columns}
          keyOf={(column) => column.column}
          columns={columns}
          sort={sort}
          onSortChange={setSort}
          className="max-h-[70dvh]"
        />
      )}
      <ul className="grid gap-1 break-words text-sm">
        {drift.added.length > 0 && <li>{t.dataset.added(drift.added.join(', '))}</li>}
        {drift.removed.length > 0 && <li>{t.dataset.removed(drift.removed.join(', '))}</li>}
        {drift.kind_changed.map(({ column, reference, current }) => (
          <li key={column}>
            {t.dataset.changed(column, t.dataset.kinds[reference], t.dataset.kinds[current])}
          </li>
        ))}
      </ul>
    </div>
  )
}

function useDriftColumns(): DataColumn<ColumnDrift>[] {
  const { t, format } = useI18n()
  return useMemo(
    () => [
      {
        id: 'column',
        title: t.analysis.column,
        width: 160,
        grows: true,
        rowHeader: true,
        sortBy: ({ column }) => column,
        render: ({ column }) => column,
      },
      {
        id: 'level',
        title: t.analysis.level,
        width: 150,
        sortBy: ({ level }) => ORDER[level],
        render: ({ level }) => <Badge tone={TONES[level]}>{t.analysis.levels[level]}</Badge>,
      },
      {
        id: 'psi',
        title: t.analysis.psi,
        numeric: true,
        width: 80,
        descendingFirst: true,
        sortBy: ({ psi }) => psi,
        render: ({ psi }) => format.score(psi),
      },
      {
        id: 'distance',
        title: t.analysis.distance,
        numeric: true,
        width: 110,
        descendingFirst: true,
        sortBy: distanceOf,
        render: (column) => {
          const distance = distanceOf(column)
          return distance === undefined ? '–' : format.score(distance)
        },
      },
      {
        id: 'before',
        title: t.analysis.before,
        width: 140,
        grows: true,
        render: ({ reference, kind }) => sideOf(reference, kind, format),
      },
      {
        id: 'after',
        title: t.analysis.after,
        width: 140,
        grows: true,
        render: ({ current, kind }) => sideOf(current, kind, format),
      },
      {
        id: 'missing',
        title: t.analysis.missing,
        numeric: true,
        width: 130,
        render: ({ reference, current }) =>
          `${format.percent(reference.missing_ratio)} → ${format.percent(current.missing_ratio)}`,
      },
      {
        id: 'new',
        title: t.analysis.newValues,
        width: 160,
        grows: true,
        render: ({ categorical }) =>
          categorical?.new_values.map(({ value, count }) => `${value} (${format.whole(count)})`).join(', '),
      },
    ],
    [t, format],
  )
}

/** The distance of the two distributions, 0 to 1: of numbers by Kolmogorov and Smirnov, of words in total variation. */
function distanceOf({ numeric, categorical }: ColumnDrift): number | undefined {
  return numeric?.ks_statistic ?? categorical?.total_variation
}

/** The middle of a column: its mean, or its most frequent word. */
function sideOf(side: ColumnDrift['current'], kind: ColumnDrift['kind'], format: Format): string {
  if (side.mean == null) return side.most_frequent ?? '–'
  return kind === 'datetime'
    ? format.moment(new Date(side.mean * 1000).toISOString())
    : format.score(side.mean)
}
