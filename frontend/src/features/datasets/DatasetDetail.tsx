import { lazy, type ReactNode, Suspense } from 'react'
import { English } from '@/components/ui/English'
import { SkeletonRows } from '@/components/ui/Skeleton'
import { Tabs } from '@/components/ui/Tabs'
import { useI18n } from '@/i18n/I18nProvider'
import type { Dataset } from './api'
import { ColumnTable } from './ColumnTable'
import { DataWarnings } from './DataWarnings'
import type { DetailView } from './detailView'
import type { Profile } from './profile'
import { SampleTable } from './SampleTable'

/** With a list to choose from, which the other views need not. */
const VersionList = lazy(async () => ({ default: (await import('./VersionList')).VersionList }))

interface DatasetDetailProps {
  dataset: Dataset
  profile: Profile
  /** How its columns hang together, shown beside the rest. */
  analysis: ReactNode
  view: DetailView
  onView: (view: DetailView) => void
}

/** What is in a dataset: its first rows, its columns, its versions. */
export function DatasetDetail({ dataset, profile, analysis, view, onView }: DatasetDetailProps) {
  const { t, format } = useI18n()
  const suggestion = profile.target_suggestion
  return (
    <>
      <dl className="flex flex-wrap gap-x-10 gap-y-3">
        <Fact name={t.dataset.rows} value={format.whole(profile.rows)} />
        <Fact name={t.dataset.columns} value={format.whole(profile.columns.length)} />
        <Fact name={t.dataset.size} value={format.bytes(dataset.size_bytes)} />
        <Fact name={t.dataset.emptyCells} value={format.percent(profile.empty_ratio)} />
        <Fact name={t.dataset.duplicates} value={format.whole(profile.duplicate_rows)} />
        {suggestion && (
          <Fact
            name={t.dataset.suggestion}
            value={suggestion.column}
            more={
              <>
                {t.dataset.tasks[suggestion.task]} · <English>{suggestion.reason}</English>
              </>
            }
          />
        )}
      </dl>
      <DataWarnings profile={profile} />
      <div className="min-w-0">
        <Tabs
          label={t.dataset.views}
          value={view}
          onChange={onView}
          tabs={[
            {
              value: 'table',
              label: t.dataset.table,
              content: <SampleTable dataset={dataset} profile={profile} />,
            },
            {
              value: 'columns',
              label: t.dataset.profile,
              content: <ColumnTable profile={profile} target={suggestion?.column} />,
            },
            { value: 'analysis', label: t.dataset.analysis, content: analysis },
            {
              value: 'versions',
              label: t.dataset.versions,
              content: (
                <Suspense fallback={<SkeletonRows rows={6} />}>
                  <VersionList dataset={dataset} profile={profile} />
                </Suspense>
              ),
            },
          ]}
        />
      </div>
    </>
  )
}

function Fact(props: { name: string; value: string; more?: ReactNode }) {
  return (
    <div className="grid min-w-0 content-start">
      <dt className="text-muted text-sm">{props.name}</dt>
      <dd className="break-words font-medium font-mono text-lg">{props.value}</dd>
      {props.more && <dd className="max-w-prose text-muted text-xs">{props.more}</dd>}
    </div>
  )
}
