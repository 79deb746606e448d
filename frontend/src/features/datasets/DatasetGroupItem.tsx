import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { Badge, type Tone } from '@/components/ui/Badge'
import { buttonClass } from '@/components/ui/Button'
import { Moment } from '@/components/ui/Moment'
import { useI18n } from '@/i18n/I18nProvider'
import type { Dataset } from './api'
import { DatasetMenu } from './DatasetMenu'
import type { DatasetGroup } from './groupVersions'
import { RejectionPlace } from './RejectionPlace'

const TONES: Record<Dataset['status'], Tone> = {
  AWAITING_UPLOAD: 'running',
  READY: 'good',
  REJECTED: 'bad',
  EXPIRED: 'neutral',
}

/** A name with what it stands for now, and its other versions folded below. */
export function DatasetGroupItem({ group }: { group: DatasetGroup }) {
  const { t } = useI18n()
  const { name, current, others } = group
  return (
    <li className="grid gap-2 px-4 py-3">
      <DatasetLine dataset={current} heading={name} />
      {others.length > 0 && (
        <details className="group/versions">
          <summary className="inline-flex min-h-6 cursor-pointer list-none items-center gap-1 rounded-md text-muted text-sm hover:text-ink">
            <ChevronRight
              aria-hidden="true"
              className="size-4 transition-transform duration-150 group-open/versions:rotate-90"
            />
            {t.datasets.earlier(others.length)}
          </summary>
          <ul aria-label={t.datasets.versionsOf(name)} className="mt-1 ml-2 grid border-line border-l pl-4">
            {others.map((dataset) => (
              <li key={dataset.id} className="py-1.5">
                <DatasetLine dataset={dataset} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

/** One version: what it is, and what can be done with it. */
function DatasetLine({ dataset, heading }: { dataset: Dataset; heading?: string }) {
  const { t } = useI18n()
  const ready = dataset.status === 'READY'
  const title = heading ?? t.datasets.version(dataset.version)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="grid min-w-0 flex-1 basis-72 gap-0.5">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <h3 className="min-w-0 break-all font-medium">
            {ready ? (
              <Link
                to="/datasets/$id"
                params={{ id: dataset.id }}
                className="underline-offset-4 hover:text-action hover:underline"
              >
                {title}
              </Link>
            ) : (
              title
            )}
          </h3>
          {heading !== undefined && (
            <span className="font-mono text-muted text-sm">
              <span aria-hidden="true">{t.datasets.versionShort(dataset.version)}</span>
              <span className="sr-only">{t.datasets.version(dataset.version)}</span>
            </span>
          )}
          {!ready && <Badge tone={TONES[dataset.status]}>{t.datasets.states[dataset.status]}</Badge>}
        </div>
        {dataset.rejection && (
          <div className="grid gap-1">
            <p lang="en" className="break-words text-bad text-sm">
              {dataset.rejection.detail}
            </p>
            <RejectionPlace place={dataset.rejection} />
          </div>
        )}
      </div>
      <DatasetFacts dataset={dataset} />
      <div className="ml-auto flex items-center gap-1">
        {ready && (
          <Link
            to="/training/new"
            search={{ dataset: dataset.id }}
            aria-label={t.datasets.trainLabel(`${dataset.name} ${t.datasets.version(dataset.version)}`)}
            className={buttonClass('plain', undefined, 'small')}
          >
            {t.datasets.train}
          </Link>
        )}
        <DatasetMenu dataset={dataset} />
      </div>
    </div>
  )
}

function DatasetFacts({ dataset }: { dataset: Dataset }) {
  const { t, format } = useI18n()
  const { rows, columns } = dataset
  return (
    <p className="flex flex-wrap items-baseline gap-x-4 text-muted text-sm sm:justify-end">
      {rows != null && columns != null && (
        <span>
          {t.datasets.rows(rows)} × {t.datasets.columns(columns)}
        </span>
      )}
      <span className="sm:w-20 sm:text-right">{format.bytes(dataset.size_bytes)}</span>
      <span className="sm:w-24 sm:text-right">
        <Moment iso={dataset.created_at} />
      </span>
    </p>
  )
}
