import type { ReactNode } from 'react'
import { Button } from '@/components/ui/Button'
import { Failure } from '@/components/ui/Failure'
import { useI18n } from '@/i18n/I18nProvider'
import { useCancelJob, useJobs, useStartTraining } from './api'
import { JobStatus } from './JobStatus'
import { isFinal, latestJobOn } from './jobs'

interface TrainingControlProps {
  dataset: { id: string; name: string }
  /** A link to the run that a job made. */
  renderRunLink: (runId: string) => ReactNode
}

/** Trains on a dataset and shows how the latest training on it goes. */
export function TrainingControl({ dataset, renderRunLink }: TrainingControlProps) {
  const { t } = useI18n()
  const jobs = useJobs()
  const start = useStartTraining()
  const cancel = useCancelJob()
  const job = latestJobOn(dataset.id, jobs.data ?? [])
  const active = job !== undefined && !isFinal(job.status)
  const failure = start.error ?? cancel.error

  return (
    <div className="grid gap-3 border-line border-t pt-3">
      {job && (
        <JobStatus job={job} datasetName={dataset.name} renderRunLink={renderRunLink}>
          {active && (
            <Button
              aria-label={job.cancel_requested ? undefined : t.jobs.cancelLabel(dataset.name)}
              disabled={cancel.isPending || job.cancel_requested}
              onClick={() => cancel.mutate(job.job_id)}
            >
              {job.cancel_requested ? t.jobs.cancelling : t.jobs.cancel}
            </Button>
          )}
        </JobStatus>
      )}
      {failure && <Failure error={failure} />}
      <div>
        <Button
          kind={job ? 'plain' : 'primary'}
          aria-label={job ? t.jobs.trainAgainLabel(dataset.name) : t.jobs.trainLabel(dataset.name)}
          disabled={active || start.isPending || jobs.isPending}
          onClick={() => start.mutate(dataset.id)}
        >
          {job ? t.jobs.trainAgain : t.jobs.train}
        </Button>
      </div>
    </div>
  )
}
