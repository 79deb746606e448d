import { Card } from '@/components/ui/Card'
import { ShellCall } from '@/components/ui/ShellCall'
import { ArtifactFiles, FileLine } from '@/features/artifacts/ArtifactFiles'
import type { RunWithReport } from '@/features/runs/detail'
import { parametersOfDraft, resolveDraft, trainingCall } from '@/features/training/draft'
import { draftOf } from '@/features/training/draftOf'
import { useI18n } from '@/i18n/I18nProvider'
import { curlOf } from '@/lib/curl'
import { saveText } from '@/lib/saveText'

/** What a run leaves: the model in its forms, the report, and the calls of the API that do the same. */
export function RunFiles({ run, report }: RunWithReport) {
  const { t } = useI18n()
  const origin = window.location.origin
  const draft = draftOf(run.dataset_id, report.parameters)
  const column = { name: report.target, kind: '', unique: 0 }
  const parameters = parametersOfDraft(run.dataset_id, resolveDraft(draft, [column], undefined), draft)
  const predict = curlOf(`${origin}/api/ml/v1/artifacts/${run.artifact_id}/predict`, {
    rows: [sampleRow(report)],
  })
  return (
    <div className="grid items-start gap-4 xl:grid-cols-2">
      <ArtifactFiles id={run.artifact_id}>
        <FileLine
          name={t.run.reportFile}
          use={t.run.reportFileUse}
          onDownload={() =>
            saveText(JSON.stringify(report, null, 2), `report-${run.id}.json`, 'application/json')
          }
        />
      </ArtifactFiles>
      <Card className="gap-6">
        <ShellCall
          title={t.run.trainCall}
          call={trainingCall(origin, parameters)}
          copyLabel={t.run.copyTrainCall}
          copy={t.newTraining.copy}
        />
        <ShellCall
          title={t.run.predictCall}
          call={predict}
          copyLabel={t.run.copyPredictCall}
          copy={t.newTraining.copy}
        />
      </Card>
    </div>
  )
}

/** A row as the model takes it: a usual value of each column that matters most. Columns may be left out. */
function sampleRow({ partial_dependence, importance }: RunWithReport['report']): Record<string, unknown> {
  const known = partial_dependence.map(({ feature, points }) => [
    feature,
    points[Math.floor(points.length / 2)]?.value ?? null,
  ])
  if (known.length > 0) return Object.fromEntries(known)
  return Object.fromEntries(importance.slice(0, 3).map(({ feature }) => [feature, null]))
}
