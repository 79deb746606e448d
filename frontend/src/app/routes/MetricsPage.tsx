import { getRouteApi, Link } from '@tanstack/react-router'
import { ChartLine } from 'lucide-react'
import { buttonClass } from '@/components/ui/Button'
import { EmptyState } from '@/components/ui/EmptyState'
import { Failure } from '@/components/ui/Failure'
import { PageHeading } from '@/components/ui/PageHeading'
import { SkeletonRows } from '@/components/ui/Skeleton'
import { MetricsView } from '@/features/metrics/MetricsView'
import { changedSearch } from '@/features/metrics/search'
import { useRuns, useRunsExtent } from '@/features/runs/api'
import { RunsExtent } from '@/features/runs/RunsExtent'
import { useI18n } from '@/i18n/I18nProvider'

const route = getRouteApi('/signed-in/metrics')

export function MetricsPage() {
  const { t } = useI18n()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const runs = useRuns()
  const extent = useRunsExtent()
  return (
    <>
      <PageHeading title={t.metrics.title}>{t.metrics.lead}</PageHeading>
      {runs.isPending && <SkeletonRows rows={8} />}
      {runs.isError && <Failure error={runs.error} onRetry={() => void runs.refetch()} />}
      {extent === 'all' && runs.data?.length === 0 && (
        <EmptyState icon={ChartLine} title={t.metrics.emptyTitle}>
          <p className="max-w-prose">{t.metrics.empty}</p>
          <Link to="/training/new" className={buttonClass('primary')}>
            {t.metrics.emptyAction}
          </Link>
        </EmptyState>
      )}
      {runs.data && runs.data.length > 0 && (
        <>
          <RunsExtent />
          <MetricsView
            runs={runs.data}
            search={search}
            onChange={(change) => void navigate({ search: changedSearch(search, change), replace: true })}
          />
        </>
      )}
    </>
  )
}
