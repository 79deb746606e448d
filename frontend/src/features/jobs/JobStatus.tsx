import type { ReactNode } from 'react'
import { Badge, type Tone } from '@/components/ui/Badge'
import { English } from '@/components/ui/English'
import { Progress } from '@/components/ui/Progress'
import { useI18n } from '@/i18n/I18nProvider'
import { isFinal, type Job, trainedBy } from './jobs'

const TONES: Record<Job['status'], Tone> = {
  PENDING: 'neutral',
  RUNNING: 'running',
  COMPLETED: 'good',
  FAILED: 'bad',
  CANCELLED: 'neutral',
}

interface JobStatusProps {
  job: Job
  /** Names the bar, for those who listen. */
  progressLabel: string
  renderRunLink: (runId: string) => ReactNode
  /** Stages and cause are shown elsewhere, in full. */
  detailed?: boolean
  /** What can be done with the job. */
  children: ReactNode
}

/** Where a job stands: stage and bar while it runs, cost and result or reason when it is over. */
export function JobStatus({ job, progressLabel, renderRunLink, detailed = false, children }: JobStatusProps) {
  const { t, format } = useI18n()
  const { progress, error } = job
  const trained = trainedBy(job)
  const stages: Partial<Record<string, string>> = t.jobs.stages
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={TONES[job.status]}>{t.jobs.states[job.status]}</Badge>
        {!isFinal(job.status) && (
          <span className="text-muted">
            {stages[progress.stage] ?? <English>{progress.message}</English>}
          </span>
        )}
        {job.cost_usd != null && (
          <span className="text-muted text-sm tabular-nums">{format.price(job.cost_usd)}</span>
        )}
        {trained && renderRunLink(trained.run_id)}
        {children && <span className="ml-auto">{children}</span>}
      </div>
      {!isFinal(job.status) && !detailed && (
        <Progress label={progressLabel} done={progress.done} total={progress.total} />
      )}
      {trained?.cached && <p className="text-muted text-sm">{t.jobs.cached}</p>}
      {trained?.fallback_reason && (
        <p className="break-words text-sm text-warn">
          {t.jobs.usedLight} <English>{trained.fallback_reason}</English>
        </p>
      )}
      {error && !detailed && (
        <p lang="en" className="break-words text-bad text-sm">
          {error.detail}
        </p>
      )}
    </div>
  )
}
