import { getRouteApi, Link } from '@tanstack/react-router'
import { Failure } from '@/components/ui/Failure'
import { PageHeading } from '@/components/ui/PageHeading'
import { SkeletonRows } from '@/components/ui/Skeleton'
import { useArtifact } from '@/features/artifacts/api'
import { useModelSchema } from '@/features/predict/api'
import { PredictPanel } from '@/features/predict/PredictPanel'
import { useI18n } from '@/i18n/I18nProvider'
import { PredictDataset } from './PredictDataset'

const route = getRouteApi('/signed-in/artifacts/$id/predict')

export function PredictPage() {
  const { t } = useI18n()
  const { id } = route.useParams()
  const { view = 'row' } = route.useSearch()
  const navigate = route.useNavigate()
  const artifact = useArtifact(id)
  const schema = useModelSchema(id)
  const failure = artifact.error ?? schema.error
  const family = artifact.data && (t.runs.models[artifact.data.model_type] ?? artifact.data.model_type)
  return (
    <>
      <PageHeading
        title={artifact.data ? t.predict.titleOf(artifact.data.target) : t.predict.title}
        above={
          <Link to="/artifacts" className="hover:text-ink">
            ← {t.artifacts.title}
          </Link>
        }
      >
        {artifact.data &&
          t.predict.lead(
            family ?? '',
            artifact.data.dataset_name,
            t.datasets.version(artifact.data.dataset_version),
          )}
      </PageHeading>
      {failure && <Failure error={failure} />}
      {!failure && schema.isPending && <SkeletonRows rows={6} />}
      {artifact.data && schema.data && (
        <PredictPanel
          key={id}
          id={id}
          schema={schema.data}
          onnxSize={artifact.data.files.find(({ format }) => format === 'onnx')?.size_bytes}
          view={view}
          datasets={<PredictDataset artifact={artifact.data} />}
          onView={(chosen) =>
            void navigate({ search: chosen === 'row' ? {} : { view: chosen }, replace: true })
          }
        />
      )}
    </>
  )
}
