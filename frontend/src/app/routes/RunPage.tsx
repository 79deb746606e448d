import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Play, Target } from 'lucide-react'
import { buttonClass } from '@/components/ui/Button'
import { PageHeading } from '@/components/ui/PageHeading'
import type { Run } from '@/features/runs/api'
import { runQuery } from '@/features/runs/detail'
import { RunDetail } from '@/features/runs/report/RunDetail'
import { draftOf } from '@/features/training/draftOf'
import { useI18n } from '@/i18n/I18nProvider'
import { RunFiles } from './RunFiles'

const route = getRouteApi('/signed-in/training/$id')

export function RunPage() {
  const { t } = useI18n()
  const { id } = route.useParams()
  const answer = useQuery(runQuery(id)).data
  const run = answer?.run
  return (
    <>
      <PageHeading
        title={run ? (t.runs.models[run.model_type] ?? run.model_type) : t.run.title}
        above={
          <Link to="/training" className="hover:text-ink">
            ← {t.runs.title}
          </Link>
        }
        actions={
          answer && (
            <>
              <Link
                to="/training/new"
                search={draftOf(answer.run.dataset_id, answer.report.parameters)}
                className={buttonClass('plain', 'print:hidden')}
              >
                <Play aria-hidden="true" />
                {t.run.again}
              </Link>
              <Link
                to="/artifacts/$id/predict"
                params={{ id: answer.run.artifact_id }}
                className={buttonClass('primary', 'print:hidden')}
              >
                <Target aria-hidden="true" />
                {t.artifacts.predict}
              </Link>
            </>
          )
        }
      >
        {run &&
          `${run.dataset_name}, ${t.datasets.version(run.dataset_version)}, ${t.runs.predicts(run.target)}`}
      </PageHeading>
      <RunDetail id={id} renderDataset={toDataset} renderFiles={(loaded) => <RunFiles {...loaded} />} />
    </>
  )
}

function toDataset(run: Run) {
  return <DatasetLink run={run} />
}

function DatasetLink({ run }: { run: Run }) {
  const { t } = useI18n()
  return (
    <Link
      to="/datasets/$id"
      params={{ id: run.dataset_id }}
      className="break-all text-action underline underline-offset-4"
    >
      {run.dataset_name}, {t.datasets.version(run.dataset_version)}
    </Link>
  )
}
