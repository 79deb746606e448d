import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { Failure } from '@/components/ui/Failure'
import { Select } from '@/components/ui/Select'
import { SkeletonRows } from '@/components/ui/Skeleton'
import { AnalysisForm } from '@/features/analysis/AnalysisForm'
import { AnalysisReport } from '@/features/analysis/AnalysisReport'
import { comparable, versionBefore } from '@/features/analysis/draft'
import { type Dataset, useDatasets } from '@/features/datasets/api'
import type { Profile } from '@/features/datasets/profile'
import { useCancelJob, useJob, useJobs, useStartAnalysis } from '@/features/jobs/api'
import { JobStatus } from '@/features/jobs/JobStatus'
import { type AnalyzeJob, analysesOf, isFinal } from '@/features/jobs/jobs'
import { useI18n } from '@/i18n/I18nProvider'

interface DatasetAnalysisProps {
  dataset: Dataset
  profile: Profile
  /** The analysis that is looked at; the newest if none is. */
  chosen: string | undefined
  onChoose: (id: string) => void
}

/** Has a dataset analyzed, and shows what was found. */
export function DatasetAnalysis({ dataset, profile, chosen, onChoose }: DatasetAnalysisProps) {
  const { t } = useI18n()
  const datasets = useDatasets()
  const jobs = useJobs()
  const start = useStartAnalysis()
  if (datasets.isPending || jobs.isPending) return <SkeletonRows rows={4} />
  const failure = datasets.error ?? jobs.error
  if (failure) return <Failure error={failure} />
  const all = datasets.data ?? []
  const made = analysesOf(dataset.id, jobs.data ?? [])
  const id = chosen ?? made[0]?.job_id
  return (
    <div className="grid gap-4">
      <Card title={t.analysis.title}>
        <p className="max-w-prose text-muted">{t.analysis.lead}</p>
        <AnalysisForm
          targets={profile.columns.filter(({ kind }) => isTarget(kind)).map(({ name }) => name)}
          suggestedTarget={profile.target_suggestion?.column}
          others={comparable(dataset, all).map((other) => ({
            id: other.id,
            label: `${other.name} · ${t.datasets.version(other.version)}`,
            detail: t.datasets.rows(other.rows ?? 0),
          }))}
          suggestedOther={versionBefore(dataset, all)?.id}
          busy={start.isPending}
          onAnalyze={(choice) =>
            start.mutate(
              { dataset_id: dataset.id, ...choice },
              { onSuccess: ({ job_id }) => onChoose(job_id) },
            )
          }
        />
        {start.error && <Failure error={start.error} />}
      </Card>
      {made.length > 1 && id !== undefined && <Earlier made={made} id={id} onChoose={onChoose} />}
      {id !== undefined && <Chosen key={id} id={id} />}
    </div>
  )
}

/** Columns that could be predicted. */
function isTarget(kind: Profile['columns'][number]['kind']): boolean {
  return kind === 'numeric' || kind === 'categorical' || kind === 'boolean'
}

/** One analysis: how far it is, then what it found or why it did not. */
function Chosen({ id }: { id: string }) {
  const { t } = useI18n()
  const job = useJob(id)
  const cancel = useCancelJob()
  if (job.isPending) return <SkeletonRows rows={4} />
  if (job.error) return <Failure error={job.error} onRetry={() => void job.refetch()} />
  if (job.data?.job_type !== 'ANALYZE') return null
  const { status, result, parameters, cancel_requested } = job.data
  if (status === 'COMPLETED' && result) return <AnalysisReport id={result.analysis_id} />
  return (
    <Card>
      <JobStatus
        job={job.data}
        progressLabel={t.analysis.progress(parameters.dataset_name)}
        renderRunLink={() => null}
      >
        {!isFinal(status) && (
          <Button
            aria-label={cancel_requested ? undefined : t.analysis.cancel(parameters.dataset_name)}
            disabled={cancel.isPending || cancel_requested}
            onClick={() => cancel.mutate(id)}
          >
            {cancel_requested ? t.jobs.cancelling : t.jobs.cancel}
          </Button>
        )}
      </JobStatus>
      {cancel.error && <Failure error={cancel.error} />}
    </Card>
  )
}

/** The other analyses of the dataset. */
function Earlier(props: { made: readonly AnalyzeJob[]; id: string; onChoose: (id: string) => void }) {
  const { t, format } = useI18n()
  const nameOf = ({ parameters: { target, compare_to: other } }: AnalyzeJob) =>
    t.analysis.named(
      target ?? undefined,
      other ? `${other.dataset_name} · ${t.datasets.version(other.dataset_version)}` : undefined,
    )
  return (
    <div className="max-w-md">
      <Select
        label={t.analysis.shown}
        value={props.id}
        options={props.made.map((job) => ({
          value: job.job_id,
          label: nameOf(job),
          detail: `${format.moment(job.created_at)} · ${t.jobs.states[job.status]}`,
        }))}
        onChange={props.onChoose}
      />
    </div>
  )
}
