import { getRouteApi, Link } from '@tanstack/react-router'
import { Play } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { buttonClass } from '@/components/ui/Button'
import { Failure } from '@/components/ui/Failure'
import { Notice } from '@/components/ui/Notice'
import { PageHeading } from '@/components/ui/PageHeading'
import { SkeletonRows } from '@/components/ui/Skeleton'
import { DatasetDetail } from '@/features/datasets/DatasetDetail'
import { DatasetMenu } from '@/features/datasets/DatasetMenu'
import { useDataset, useProfile } from '@/features/datasets/detail'
import { RejectionPlace } from '@/features/datasets/RejectionPlace'
import { useI18n } from '@/i18n/I18nProvider'

/** With its charts in a file of its own: the other views need none. */
const DatasetAnalysis = lazy(async () => ({
  default: (await import('./DatasetAnalysis')).DatasetAnalysis,
}))

const route = getRouteApi('/signed-in/datasets/$id')

export function DatasetPage() {
  const { t } = useI18n()
  const { id } = route.useParams()
  const { view = 'table', analysis } = route.useSearch()
  const navigate = route.useNavigate()
  const dataset = useDataset(id)
  const profile = useProfile(dataset.data?.status === 'READY' ? id : undefined)
  const failure = dataset.error ?? profile.error
  return (
    <>
      <PageHeading
        title={dataset.data?.name ?? t.dataset.title}
        above={
          <Link to="/datasets" className="hover:text-ink">
            ← {t.datasets.title}
          </Link>
        }
        actions={
          dataset.data && (
            <>
              {dataset.data.status === 'READY' && (
                <Link to="/training/new" search={{ dataset: id }} className={buttonClass('primary')}>
                  <Play aria-hidden="true" />
                  {t.dataset.train}
                </Link>
              )}
              <DatasetMenu dataset={dataset.data} onDeleted={() => void navigate({ to: '/datasets' })} />
            </>
          )
        }
      >
        {dataset.data && t.datasets.version(dataset.data.version)}
      </PageHeading>
      {failure && <Failure error={failure} />}
      {!failure && (dataset.isPending || (dataset.data?.status === 'READY' && profile.isPending)) && (
        <SkeletonRows rows={8} />
      )}
      {dataset.data && dataset.data.status !== 'READY' && (
        <Notice tone="warn">
          <p className="font-medium">{t.datasets.states[dataset.data.status]}</p>
          {dataset.data.rejection && (
            <>
              <p lang="en" className="break-words">
                {dataset.data.rejection.detail}
              </p>
              <RejectionPlace place={dataset.data.rejection} />
            </>
          )}
          <p>{t.dataset.notReady}</p>
        </Notice>
      )}
      {dataset.data && profile.data && (
        <DatasetDetail
          dataset={dataset.data}
          profile={profile.data}
          analysis={
            <Suspense fallback={<SkeletonRows rows={6} />}>
              <DatasetAnalysis
                dataset={dataset.data}
                profile={profile.data}
                chosen={analysis}
                onChoose={(id) =>
                  void navigate({
                    search: { view: 'analysis', analysis: id },
                    replace: true,
                    resetScroll: false,
                  })
                }
              />
            </Suspense>
          }
          view={view}
          onView={(chosen) =>
            void navigate({ search: chosen === 'table' ? {} : { view: chosen }, replace: true })
          }
        />
      )}
    </>
  )
}
