import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { PageHeading } from '@/components/ui/PageHeading'
import { runQuery } from '@/features/runs/detail'
import { RunDetail } from '@/features/runs/RunDetail'
import { useI18n } from '@/i18n/I18nProvider'

const route = getRouteApi('/signed-in/training/$id')

export function RunPage() {
  const { t } = useI18n()
  const { id } = route.useParams()
  const run = useQuery(runQuery(id)).data?.run
  return (
    <>
      <PageHeading title={run ? (t.runs.models[run.model_type] ?? run.model_type) : t.run.title}>
        {run &&
          `${run.dataset_name}, ${t.datasets.version(run.dataset_version)}, ${t.runs.predicts(run.target)}`}
      </PageHeading>
      <RunDetail id={id} />
    </>
  )
}
