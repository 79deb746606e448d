import { Download } from 'lucide-react'
import { useState } from 'react'
import { Badge, type Tone } from '@/components/ui/Badge'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { Failure } from '@/components/ui/Failure'
import { Progress } from '@/components/ui/Progress'
import { Select } from '@/components/ui/Select'
import { SkeletonRows } from '@/components/ui/Skeleton'
import { useDatasets } from '@/features/datasets/api'
import { useCancelJob, useJobs, useStartPrediction } from '@/features/jobs/api'
import { datasetNameOf, isFinal, type PredictJob, predictionsOf } from '@/features/jobs/jobs'
import { useDownloadPredictions } from '@/features/predict/api'
import { useI18n } from '@/i18n/I18nProvider'

/** Predicts for a whole dataset by a job; what was predicted before is below. */
export function PredictDataset({ artifact }: { artifact: { id: string; dataset_id: string } }) {
  const { t } = useI18n()
  const datasets = useDatasets()
  const jobs = useJobs()
  const start = useStartPrediction()
  // The columns of the model's own dataset are sure to fit.
  const [chosen, setChosen] = useState(artifact.dataset_id)
  if (datasets.isPending || jobs.isPending) return <SkeletonRows rows={4} />
  const failure = datasets.error ?? jobs.error
  if (failure) return <Failure error={failure} />
  const ready = (datasets.data ?? []).filter(({ status }) => status === 'READY')
  const dataset = ready.find(({ id }) => id === chosen) ?? ready[0]
  const made = predictionsOf(artifact.id, jobs.data ?? [])
  return (
    <div className="grid gap-4">
      <Card title={t.predict.datasetTitle}>
        <p className="max-w-prose text-muted">{t.predict.datasetHint}</p>
        {dataset && (
          <div className="flex flex-wrap items-end gap-3">
            <div className="w-full sm:w-80">
              <Select
                label={t.predict.chooseDataset}
                value={dataset.id}
                options={ready.map(({ id, name, version, rows }) => ({
                  value: id,
                  label: `${name} · ${t.datasets.version(version)}`,
                  detail: t.datasets.rows(rows ?? 0),
                }))}
                onChange={setChosen}
              />
            </div>
            <Button
              kind="primary"
              disabled={start.isPending}
              onClick={() => start.mutate({ artifact_id: artifact.id, dataset_id: dataset.id })}
            >
              {t.predict.startDataset}
            </Button>
          </div>
        )}
        {start.error && <Failure error={start.error} />}
      </Card>
      {made.length > 0 && (
        <Card title={t.predict.results}>
          <ul className="divide-y divide-line">
            {made.map((job) => (
              <Predicted key={job.job_id} job={job} />
            ))}
          </ul>
        </Card>
      )}
    </div>
  )
}

const TONES: Record<PredictJob['status'], Tone> = {
  PENDING: 'neutral',
  RUNNING: 'running',
  COMPLETED: 'good',
  FAILED: 'bad',
  CANCELLED: 'neutral',
}

/** One job: how far it is, then its result or why there is none. */
function Predicted({ job }: { job: PredictJob }) {
  const { t, format } = useI18n()
  const cancel = useCancelJob()
  const download = useDownloadPredictions()
  const { result, progress, error } = job
  const name = datasetNameOf(job)
  const failure = cancel.error ?? download.error
  return (
    <li className="grid gap-2 py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="min-w-0 break-all font-medium">{name}</span>
        <Badge tone={TONES[job.status]}>{t.jobs.states[job.status]}</Badge>
        {result && (
          <span className="text-muted text-sm">
            {t.datasets.rows(result.rows)} · {format.bytes(result.size_bytes)}
          </span>
        )}
        <span className="ml-auto">
          {result && (
            <Button
              size="small"
              aria-label={t.predict.downloadOf(name)}
              disabled={download.isPending}
              onClick={() => download.mutate(result.prediction_id)}
            >
              <Download aria-hidden="true" />
              {t.predict.download}
            </Button>
          )}
          {!isFinal(job.status) && (
            <Button
              size="small"
              disabled={cancel.isPending || job.cancel_requested}
              onClick={() => cancel.mutate(job.job_id)}
            >
              {job.cancel_requested ? t.jobs.cancelling : t.jobs.cancel}
            </Button>
          )}
        </span>
      </div>
      {!isFinal(job.status) && (
        <Progress label={t.predict.progressOf(name)} done={progress.done} total={progress.total} />
      )}
      {result && result.absent_columns.length > 0 && (
        <p className="text-sm text-warn">{t.predict.absent(result.absent_columns.join(', '))}</p>
      )}
      {error && (
        <p lang="en" className="break-words text-bad text-sm">
          {error.detail}
        </p>
      )}
      {failure && <Failure error={failure} />}
    </li>
  )
}
