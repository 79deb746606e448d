import { Button } from '@/components/ui/Button'
import { useI18n } from '@/i18n/I18nProvider'
import type { useCancelJob } from './api'
import { datasetNameOf, isFinal, type Job } from './jobs'

/** Stops a job that is under way. */
export function CancelButton({ job, cancel }: { job: Job; cancel: ReturnType<typeof useCancelJob> }) {
  const { t } = useI18n()
  if (isFinal(job.status)) return null
  return (
    <Button
      aria-label={job.cancel_requested ? undefined : t.jobs.cancelLabel(datasetNameOf(job))}
      disabled={cancel.isPending || job.cancel_requested}
      onClick={() => cancel.mutate(job.job_id)}
    >
      {job.cancel_requested ? t.jobs.cancelling : t.jobs.cancel}
    </Button>
  )
}
