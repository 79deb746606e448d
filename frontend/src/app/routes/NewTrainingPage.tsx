import { getRouteApi, Link } from '@tanstack/react-router'
import { Database } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { ApiError } from '@/api/apiError'
import { buttonClass } from '@/components/ui/Button'
import { EmptyState } from '@/components/ui/EmptyState'
import { Failure } from '@/components/ui/Failure'
import { PageHeading } from '@/components/ui/PageHeading'
import { Select } from '@/components/ui/Select'
import { SkeletonRows } from '@/components/ui/Skeleton'
import { useDatasets } from '@/features/datasets/api'
import { useProfile } from '@/features/datasets/detail'
import { useStartTraining } from '@/features/jobs/api'
import { parametersOfDraft, resolveDraft } from '@/features/training/draft'
import { changedDraft, type DraftChange } from '@/features/training/draftSearch'
import { Review } from '@/features/training/Review'
import { StepCard } from '@/features/training/StepCard'
import { ModelFields, TargetFields } from '@/features/training/TrainingForm'
import { useI18n } from '@/i18n/I18nProvider'
import { LiveTraining } from './LiveTraining'

const route = getRouteApi('/signed-in/training/new')
const NO_COLUMNS: never[] = []

export function NewTrainingPage() {
  const { t } = useI18n()
  const { job, ...search } = route.useSearch()
  const navigate = route.useNavigate()
  const datasets = useDatasets()
  const ready = datasets.data?.filter(({ status }) => status === 'READY') ?? []
  // The newest, unless the address says which.
  const dataset = search.dataset ? ready.find(({ id }) => id === search.dataset) : ready[0]
  const profile = useProfile(dataset?.id)
  const start = useStartTraining()
  const columns = profile.data?.columns ?? NO_COLUMNS
  const suggestion = profile.data?.target_suggestion
  const draft = resolveDraft(search, columns, suggestion?.column)
  const parameters = parametersOfDraft(dataset?.id ?? '', draft, search)
  const complete = dataset !== undefined && profile.data !== undefined

  const change = (changes: DraftChange) => {
    start.reset()
    void navigate({ search: changedDraft(search, changes), replace: true })
  }
  const begin = () => {
    if (!complete || start.isPending) return
    start.mutate(parameters, {
      onSuccess: (made) => void navigate({ search: { ...search, job: made.job_id } }),
    })
  }
  useCtrlEnter(begin)

  const failure = start.error
  const fields = failure instanceof ApiError ? failure.fields : []
  const errorAt = (pointer: string) =>
    fields.find((field) => field.pointer.startsWith(`/parameters${pointer}`))?.detail

  if (job) return <LiveTraining jobId={job} search={search} />
  return (
    <>
      <PageHeading title={t.newTraining.title}>{t.newTraining.lead}</PageHeading>
      {datasets.isPending && <SkeletonRows rows={6} />}
      {datasets.isError && <Failure error={datasets.error} onRetry={() => void datasets.refetch()} />}
      {datasets.data && ready.length === 0 && (
        <EmptyState icon={Database} title={t.newTraining.noData}>
          <p>{t.newTraining.noDataHint}</p>
          <Link to="/datasets" className={buttonClass('primary')}>
            {t.newTraining.toDatasets}
          </Link>
        </EmptyState>
      )}
      {ready.length > 0 && (
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="grid min-w-0 gap-4">
            <StepCard number={1} title={t.newTraining.dataset} done={complete}>
              <Select
                label={t.newTraining.dataset}
                hideLabel
                value={dataset?.id ?? ''}
                options={[
                  ...(dataset ? [] : [{ value: '', label: t.newTraining.chooseDataset }]),
                  ...ready.map(({ id, name, version, rows, columns: width }) => ({
                    value: id,
                    label: `${name} · ${t.datasets.version(version)}`,
                    detail: `${t.datasets.rows(rows ?? 0)} × ${t.datasets.columns(width ?? 0)}`,
                  })),
                ]}
                onChange={(id) => {
                  start.reset()
                  void navigate({ search: id ? { dataset: id } : {}, replace: true })
                }}
              />
            </StepCard>
            {profile.isError && <Failure error={profile.error} onRetry={() => void profile.refetch()} />}
            {dataset && profile.isPending && <SkeletonRows rows={6} />}
            {complete && (
              <>
                <StepCard number={2} title={t.newTraining.targetStep} done={draft.target !== ''}>
                  <TargetFields
                    columns={columns}
                    draft={draft}
                    search={search}
                    onChange={change}
                    errorAt={errorAt}
                    reason={draft.target === suggestion?.column ? suggestion.reason : undefined}
                  />
                </StepCard>
                <StepCard number={3} title={t.newTraining.modelStep} done>
                  <ModelFields
                    columns={columns}
                    draft={draft}
                    search={search}
                    onChange={change}
                    errorAt={errorAt}
                  />
                </StepCard>
              </>
            )}
          </div>
          {complete && (
            <div className="min-w-0 lg:sticky lg:top-8">
              <StepCard number={4} title={t.newTraining.review} done={false}>
                <Review
                  datasetName={`${dataset.name}, ${t.datasets.version(dataset.version)}`}
                  draft={draft}
                  parameters={parameters}
                  busy={start.isPending}
                  onStart={begin}
                />
                {failure && <Failure error={failure} />}
              </StepCard>
            </div>
          )}
        </div>
      )}
    </>
  )
}

/** Ctrl+Enter, or Cmd+Enter, anywhere on the page. */
function useCtrlEnter(action: () => void) {
  const latest = useRef(action)
  useEffect(() => {
    latest.current = action
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
