import type { ReactNode } from 'react'
import { Badge, type Tone } from '@/components/ui/Badge'
import { EmptyState } from '@/components/ui/EmptyState'
import { Failure } from '@/components/ui/Failure'
import { LoadMore } from '@/components/ui/LoadMore'
import { Moment } from '@/components/ui/Moment'
import { useI18n } from '@/i18n/I18nProvider'
import { type Dataset, useDatasets } from './api'

const TONES: Record<Dataset['status'], Tone> = {
  AWAITING_UPLOAD: 'warn',
  READY: 'good',
  REJECTED: 'bad',
  EXPIRED: 'neutral',
}

/** Your datasets; `renderActions` adds what can be done with one. */
export function DatasetList(props: { renderActions: (dataset: Dataset) => ReactNode }) {
  const { t } = useI18n()
  const datasets = useDatasets()
  if (datasets.isPending) return <p role="status">{t.app.loading}</p>
  if (datasets.isError) return <Failure error={datasets.error} onRetry={() => void datasets.refetch()} />
  if (datasets.data.length === 0) return <EmptyState>{t.datasets.empty}</EmptyState>
  return (
    <section aria-labelledby="datasets-heading" className="grid justify-items-start gap-4">
      <h2 id="datasets-heading" className="sr-only">
        {t.datasets.listLabel}
      </h2>
      <ul className="grid w-full gap-3">
        {datasets.data.map((dataset) => (
          <DatasetItem key={dataset.id} dataset={dataset}>
            {dataset.status === 'READY' && props.renderActions(dataset)}
          </DatasetItem>
        ))}
      </ul>
      <LoadMore pages={datasets} />
    </section>
  )
}

function DatasetItem({ dataset, children }: { dataset: Dataset; children: ReactNode }) {
  const { t, format } = useI18n()
  const { rows, columns } = dataset
  return (
    <li className="grid gap-3 rounded-xl border border-line bg-surface p-4">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="break-all font-semibold">{dataset.name}</h3>
        <span className="text-muted text-sm">{t.datasets.version(dataset.version)}</span>
        <Badge tone={TONES[dataset.status]}>{t.datasets.states[dataset.status]}</Badge>
      </div>
      <p className="flex flex-wrap gap-x-4 text-muted text-sm tabular-nums">
        {rows != null && columns != null && (
          <span>
            {t.datasets.rows(rows)} × {t.datasets.columns(columns)}
          </span>
        )}
        <span>{format.bytes(dataset.size_bytes)}</span>
        <Moment iso={dataset.created_at} />
      </p>
      {dataset.rejection && <p className="break-words text-bad text-sm">{dataset.rejection.detail}</p>}
      {children}
    </li>
  )
}
