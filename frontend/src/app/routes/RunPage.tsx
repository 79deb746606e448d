import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { PageHeading } from '@/components/ui/PageHeading'
import type { Run } from '@/features/runs/api'
import { runQuery } from '@/features/runs/detail'
import { RunDetail } from '@/features/runs/report/RunDetail'
import { useI18n } from '@/i18n/I18nProvider'
import { RunActions } from './RunActions'
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
        actions={answer && <RunActions {...answer} />}
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
