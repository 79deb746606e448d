import { useMemo, useState } from 'react'
import { Card } from '@/components/ui/Card'
import { DataTable } from '@/components/ui/dataTable/DataTable'
import type { DataColumn, Sort } from '@/components/ui/dataTable/types'
import { useI18n } from '@/i18n/I18nProvider'
import type { Details, Schemas } from '../detail'

type ClassScores = Schemas['ClassReport']

const SCORES = ['precision', 'recall', 'f1'] as const

/** How well each class is found, and how far its name can be trusted. */
export function ClassReport({ classes }: { classes: Details['per_class'] }) {
  const { t, format } = useI18n()
  const [sort, setSort] = useState<Sort>()
  const columns = useMemo(
    (): DataColumn<ClassScores>[] => [
      {
        id: 'label',
        title: t.run.class,
        width: 110,
        grows: true,
        rowHeader: true,
        sortBy: ({ label }) => label,
        render: ({ label }) => label,
      },
      ...SCORES.map(
        (score): DataColumn<ClassScores> => ({
          id: score,
          title: t.runs.metrics[score] ?? score,
          numeric: true,
          width: 104,
          descendingFirst: true,
          sortBy: (one) => one[score],
          render: (one) => <Share value={one[score]} text={format.score(one[score])} />,
        }),
      ),
      {
        id: 'support',
        title: t.run.support,
        numeric: true,
        width: 76,
        descendingFirst: true,
        sortBy: ({ support }) => support,
        render: ({ support }) => format.whole(support),
      },
    ],
    [t, format],
  )
  if (!classes || classes.length === 0) return null
  return (
    <Card>
      <div className="grid gap-0.5">
        <h3 className="font-medium">{t.run.classes}</h3>
        <p className="max-w-prose text-muted text-sm">{t.run.classesHint}</p>
      </div>
      <DataTable
        label={t.run.classes}
        rows={classes}
        keyOf={({ label }) => label}
        columns={columns}
        sort={sort}
        onSortChange={setSort}
        density="compact"
        className="max-h-96"
      />
    </Card>
  )
}

/** A share from 0 to 1 as a number and a length. */
function Share({ value, text }: { value: number; text: string }) {
  return (
    <span className="grid grid-cols-[1fr_auto] items-center gap-2">
      <span aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-sunken">
        <span className="block h-full bg-data-1" style={{ width: `${value * 100}%` }} />
      </span>
      {text}
    </span>
  )
}
