import { Link } from '@tanstack/react-router'
import { Play } from 'lucide-react'
import { buttonClass } from '@/components/ui/Button'
import { Failure } from '@/components/ui/Failure'
import { PageHeading } from '@/components/ui/PageHeading'
import { SkeletonRows } from '@/components/ui/Skeleton'
import { useDatasets } from '@/features/datasets/api'
import { ActiveJobs } from '@/features/jobs/ActiveJobs'
import { useRuns, useRunsExtent } from '@/features/runs/api'
import { BestModels } from '@/features/runs/BestModels'
import { RecentRuns } from '@/features/runs/RecentRuns'
import { RunsExtent } from '@/features/runs/RunsExtent'
import { useI18n } from '@/i18n/I18nProvider'
import { FirstSteps } from './FirstSteps'
import { Holdings } from './Holdings'
import { JobLink } from './JobLink'
import { toRun } from './toRun'

const MORE = 'text-action text-sm underline-offset-4 hover:underline'

/** Where one stands: what runs, what leads, what was done last. */
export function OverviewPage() {
  const { t } = useI18n()
  const datasets = useDatasets()
  const runs = useRuns()
  const extent = useRunsExtent()
  const failed = [datasets, runs].find((query) => query.isError)
  const ready = datasets.data?.some(({ status }) => status === 'READY') ?? false
  return (
    <>
      <PageHeading
        title={t.overview.title}
        actions={
          runs.data &&
          runs.data.length > 0 &&
          ready && (
            <Link to="/training/new" className={buttonClass('primary')}>
              <Play aria-hidden="true" />
              {t.overview.newTraining}
            </Link>
          )
        }
      />
      {failed?.error && <Failure error={failed.error} onRetry={() => void failed.refetch()} />}
      {!failed && !(datasets.data && runs.data) && <SkeletonRows rows={6} />}
      {datasets.data && runs.data && (
        <>
          <ActiveJobs renderLink={(job, name) => <JobLink job={job} name={name} />} />
          <RunsExtent />
          {runs.data.length === 0 ? (
            <FirstSteps hasData={ready} />
          ) : (
            <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
              <BestModels runs={runs.data} renderLink={({ id }, name) => toRun(id, name)} />
              <div className="grid min-w-0 gap-6 md:grid-cols-2 xl:grid-cols-1">
                <RecentRuns
                  runs={runs.data}
                  renderLink={({ id }, name) => toRun(id, name)}
                  actions={
                    <Link to="/training" className={MORE}>
                      {t.overview.all}
                    </Link>
                  }
                />
                <Holdings datasets={datasets.data} runs={runs.data} moreRuns={extent !== 'all'} />
              </div>
            </div>
          )}
        </>
      )}
    </>
  )
}
