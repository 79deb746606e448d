import { useMemo, useState } from 'react'
import { DataTable } from '@/components/ui/dataTable/DataTable'
import type { DataColumn, Sort } from '@/components/ui/dataTable/types'
import { useI18n } from '@/i18n/I18nProvider'
import { ColumnStrip } from './ColumnStrip'
import type { ColumnProfile, NumericSummary, Profile } from './profile'

/** Every column in one line: what it holds, what is missing, and how its values lie. */
export function ColumnTable({ profile, target }: { profile: Profile; target: string | undefined }) {
  const { t, format } = useI18n()
  const [sort, setSort] = useState<Sort | undefined>()
  const columns = useMemo((): DataColumn<ColumnProfile>[] => {
    const number = (
      id: string,
      title: string,
      of: (summary: NumericSummary) => number | null,
    ): DataColumn<ColumnProfile> => {
      const value = (column: ColumnProfile) => (column.numeric && of(column.numeric)) ?? undefined
      return {
        id,
        title,
        numeric: true,
        width: 94,
        sortBy: value,
        render: (column) => {
          const found = value(column)
          return found === undefined ? '' : format.score(found)
        },
      }
    }
    return [
      {
        id: 'name',
        title: t.dataset.name,
        width: 170,
        grows: true,
        rowHeader: true,
        sortBy: (column) => column.name,
        render: (column) => (
          <>
            {column.name}
            {column.name === target && <span className="ml-2 text-action text-xs">{t.dataset.target}</span>}
          </>
        ),
      },
      {
        id: 'kind',
        title: t.dataset.kind,
        width: 112,
        sortBy: (column) => column.kind,
        render: (column) => t.dataset.kinds[column.kind],
      },
      {
        id: 'distribution',
        title: t.dataset.distribution,
        width: 150,
        render: (column) => <ColumnStrip column={column} rows={profile.rows} />,
      },
      {
        id: 'missing',
        title: t.dataset.missing,
        numeric: true,
        width: 112,
        sortBy: (column) => column.missing,
        descendingFirst: true,
        render: (column) =>
          column.missing === 0 ? '0' : `${column.missing} (${format.percent(column.missing / profile.rows)})`,
      },
      {
        id: 'unique',
        title: t.dataset.unique,
        numeric: true,
        width: 94,
        sortBy: (column) => column.unique,
        render: (column) => column.unique,
      },
      number('min', t.dataset.min, (summary) => summary.min),
      number('p25', t.dataset.p25, (summary) => summary.quantiles.p25),
      number('p50', t.dataset.median, (summary) => summary.quantiles.p50),
      number('mean', t.dataset.mean, (summary) => summary.mean),
      number('p75', t.dataset.p75, (summary) => summary.quantiles.p75),
      number('max', t.dataset.max, (summary) => summary.max),
      number('std', t.dataset.std, (summary) => summary.std),
    ]
  }, [t, format, profile, target])
  return (
    <DataTable
      label={t.dataset.columnsLabel}
      rows={profile.columns}
      keyOf={(column) => column.name}
      columns={columns}
      sort={sort}
      onSortChange={setSort}
      className="max-h-[70dvh]"
    />
  )
}
