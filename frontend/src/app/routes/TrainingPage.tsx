import { getRouteApi, Link } from '@tanstack/react-router'
import { GitCompareArrows, Play } from 'lucide-react'
import { useMemo } from 'react'
import { buttonClass } from '@/components/ui/Button'
import { Kbd } from '@/components/ui/Kbd'
import { PageHeading } from '@/components/ui/PageHeading'
import { ActiveJobs } from '@/features/jobs/ActiveJobs'
import { useFailedJobs } from '@/features/jobs/api'
import type { Job } from '@/features/jobs/jobs'
import type { EndedJob } from '@/features/runs/runRow'
import { Runs } from '@/features/runs/table/Runs'
import { readRunsSearch } from '@/features/runs/table/search'
import { useI18n } from '@/i18n/I18nProvider'
import { JobLink } from './JobLink'
import { toRun } from './toRun'

const route = getRouteApi('/signed-in/training')

/** Every training: those under way, and the table of all that are over. */
export function TrainingPage() {
  const { t } = useI18n()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const failed = useFailedJobs()
  const ended = useMemo(() => failed.flatMap(endedOf), [failed])
  return (
    <>
      <PageHeading
        title={t.runs.title}
        actions={
          <Link to="/training/new" className={buttonClass('primary')}>
            <Play aria-hidden="true" />
            {t.runsTable.newTraining}
          </Link>
        }
      >
        {t.runsTable.lead}
      </PageHeading>
      <ActiveJobs renderLink={(job, name) => <JobLink job={job} name={name} />} />
      <Runs
        ended={ended}
        search={search}
        onSearch={(next, step) => void navigate({ search: readRunsSearch({ ...next }), replace: !step })}
        onOpen={(id) => void navigate({ to: '/training/$id', params: { id } })}
        renderLink={toRun}
        renderCompare={toCompare}
        emptyAction={
          <Link to="/training/new" className={buttonClass('primary')}>
            {t.runsTable.emptyAction}
          </Link>
        }
      />
    </>
  )
}

function toCompare(ids: readonly string[], words: string) {
  return (
    <Link
      to="/compare"
      search={{ runs: ids.join() }}
      aria-keyshortcuts="c"
      className={buttonClass('primary')}
    >
      <GitCompareArrows aria-hidden="true" />
      {words}
      <span aria-hidden="true" className="max-sm:hidden">
        <Kbd>c</Kbd>
      </span>
    </Link>
  )
}

/** A failed training for the table; other jobs are none of its concern. */
function endedOf(job: Job): EndedJob[] {
  if (job.job_type !== 'TRAIN') return []
  const { dataset_name, dataset_version, model_type, target, task } = job.parameters
  return [
    {
      id: job.job_id,
      status: 'FAILED',
      cause: job.error?.detail,
      model_type,
      dataset_name,
      dataset_version,
      target,
      task,
      created_at: job.completed_at ?? job.created_at,
      cost_usd: job.cost_usd ?? undefined,
    },
  ]
}
