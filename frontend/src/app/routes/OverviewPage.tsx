import { Link } from '@tanstack/react-router'
import { Play } from 'lucide-react'
import { buttonClass } from '@/components/ui/Button'
import { Failure } from '@/components/ui/Failure'
import { PageHeading } from '@/components/ui/PageHeading'
import { SkeletonRows } from '@/components/ui/Skeleton'
import { useDatasets } from '@/features/datasets/api'
import { ActiveJobs } from '@/features/jobs/ActiveJobs'
import type { Job } from '@/features/jobs/jobs'
import { type Run, useRuns } from '@/features/runs/api'
import { BestModels } from '@/features/runs/BestModels'
import { RecentRuns } from '@/features/runs/RecentRuns'
import { useI18n } from '@/i18n/I18nProvider'
import { FirstSteps } from './FirstSteps'
import { Holdings } from './Holdings'

const MORE = 'text-action text-sm underline-offset-4 hover:underline'

/** Where one stands: what runs, what leads, what was done last. */
export function OverviewPage() {
  const { t } = useI18n()
  const datasets = useDatasets()
  const runs = useRuns()
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
          {runs.data.length === 0 ? (
            <FirstSteps hasData={ready} />
          ) : (
            <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
              <BestModels runs={runs.data} renderLink={toRun} />
              <div className="grid min-w-0 gap-6 md:grid-cols-2 xl:grid-cols-1">
                <RecentRuns
                  runs={runs.data}
                  renderLink={toRun}
                  actions={
                    <Link to="/training" className={MORE}>
                      {t.overview.all}
                    </Link>
                  }
                />
                <Holdings datasets={datasets.data} runs={runs.data} moreRuns={runs.hasNextPage} />
              </div>
            </div>
          )}
        </>
      )}
    </>
  )
}

function toRun(run: Run, name: string) {
  return (
    <Link to="/training/$id" params={{ id: run.id }} className="text-ink underline-offset-4 hover:underline">
      {name}
    </Link>
  )
}

function JobLink({ job, name }: { job: Job; name: string }) {
  const className = 'underline-offset-4 hover:underline'
  return job.job_type === 'TRAIN' ? (
    <Link to="/training/new" search={{ job: job.job_id }} className={className}>
      {name}
    </Link>
  ) : (
    <Link
      to="/artifacts/$id/predict"
      params={{ id: job.parameters.artifact_id }}
      search={{ view: 'dataset' }}
      className={className}
    >
      {name}
    </Link>
  )
}
