import type { ReactNode } from 'react'
import { Card } from '@/components/ui/Card'
import { Failure } from '@/components/ui/Failure'
import { useI18n } from '@/i18n/I18nProvider'
import { useCancelJob, useJobs } from './api'
import { CancelButton } from './CancelButton'
import { JobStatus } from './JobStatus'
import { datasetNameOf, isFinal, type Job } from './jobs'

interface ActiveJobsProps {
  /** Names a job and leads to it. */
  renderLink: (job: Job, name: string) => ReactNode
}

/** The jobs that are under way, each with its stage and its bar. Nothing, while there are none. */
export function ActiveJobs({ renderLink }: ActiveJobsProps) {
  const { t } = useI18n()
  const active = useJobs().data?.filter((job) => !isFinal(job.status)) ?? []
  if (active.length === 0) return null
  return (
    <Card title={t.overview.active}>
      <ul className="grid gap-4">
        {active.map((job) => (
          <ActiveJob key={job.job_id} job={job} renderLink={renderLink} />
        ))}
      </ul>
    </Card>
  )
}

function ActiveJob({ job, renderLink }: ActiveJobsProps & { job: Job }) {
  const { t } = useI18n()
  const cancel = useCancelJob()
  const name = t.overview.work[job.job_type](datasetNameOf(job))
  return (
    <li className="grid gap-1.5">
      <p className="font-medium">{renderLink(job, name)}</p>
      <JobStatus job={job} progressLabel={name} renderRunLink={() => null}>
        <CancelButton job={job} cancel={cancel} />
      </JobStatus>
      {cancel.error && <Failure error={cancel.error} />}
    </li>
  )
}
