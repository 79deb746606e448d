import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { type ButtonKind, buttonClass } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { Failure } from '@/components/ui/Failure'
import { PageHeading } from '@/components/ui/PageHeading'
import { SkeletonRows } from '@/components/ui/Skeleton'
import { useCancelJob, useJob } from '@/features/jobs/api'
import { CancelButton } from '@/features/jobs/CancelButton'
import { JobFailure } from '@/features/jobs/JobFailure'
import { JobStatus } from '@/features/jobs/JobStatus'
import { datasetNameOf, isFinal, trainedBy } from '@/features/jobs/jobs'
import { LiveStages } from '@/features/jobs/LiveStages'
import { draftOf } from '@/features/training/draftOf'
import type { DraftSearch } from '@/features/training/draftSearch'
import { useI18n } from '@/i18n/I18nProvider'

/** A training that was started here, until it is done; then its run. */
export function LiveTraining({ jobId, search }: { jobId: string; search: DraftSearch }) {
  const { t } = useI18n()
  const navigate = useNavigate()
  const job = useJob(jobId)
  const cancel = useCancelJob()
  const result = trainedBy(job.data)
  const runId = result?.run_id
  const toRead = result !== undefined && (result.cached || result.fallback_reason != null)

  useEffect(() => {
    // A result that is not a fresh one of what was asked for is left for reading.
    if (runId && !toRead) void navigate({ to: '/training/$id', params: { id: runId }, replace: true })
  }, [runId, toRead, navigate])

  const asked = job.data?.job_type === 'TRAIN' ? job.data.parameters : undefined
  // Whoever comes from elsewhere has nothing in the address; the job knows what it was asked for.
  const draft = search.dataset === undefined && asked ? draftOf(asked.dataset_id, asked) : search
  const again = (kind: ButtonKind) => (
    <Link to="/training/new" search={draft} className={buttonClass(kind)}>
      {t.newTraining.again}
    </Link>
  )

  return (
    <>
      <PageHeading title={t.newTraining.live}>
        {job.data && !isFinal(job.data.status) && t.newTraining.liveLead(datasetNameOf(job.data))}
      </PageHeading>
      {job.isPending && <SkeletonRows rows={2} />}
      {job.error && <Failure error={job.error} onRetry={() => void job.refetch()} />}
      {job.data && (
        <Card>
          <JobStatus
            job={job.data}
            progressLabel={t.jobs.progressLabel(datasetNameOf(job.data))}
            detailed
            renderRunLink={(id) => (
              <Link to="/training/$id" params={{ id }} className="text-action underline">
                {t.jobs.seeRun}
              </Link>
            )}
          >
            <CancelButton job={job.data} cancel={cancel} />
          </JobStatus>
          {cancel.error && <Failure error={cancel.error} />}
          {!isFinal(job.data.status) && job.data.job_type === 'TRAIN' && <LiveStages job={job.data} />}
          {job.data.error && <JobFailure error={job.data.error}>{again('primary')}</JobFailure>}
          {isFinal(job.data.status) && !job.data.error && <div>{again('plain')}</div>}
        </Card>
      )}
    </>
  )
}
