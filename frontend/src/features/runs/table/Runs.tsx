import { Play } from 'lucide-react'
import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/EmptyState'
import { Failure } from '@/components/ui/Failure'
import { SkeletonRows } from '@/components/ui/Skeleton'
import { useI18n } from '@/i18n/I18nProvider'
import { useRuns, useRunsExtent } from '../api'
import type { EndedJob } from '../runRow'
import { RunTable } from './RunTable'
import type { RunsSearch } from './search'

interface RunsProps {
  /** Trainings that ended without a run. */
  ended: readonly EndedJob[]
  search: RunsSearch
  /** Changes the address; `step` where one should come back to before it. */
  onSearch: (search: RunsSearch, step: boolean) => void
  onOpen: (id: string) => void
  renderLink: (id: string, name: string) => ReactNode
  renderCompare: (ids: readonly string[], words: string) => ReactNode
  /** What to do while there is nothing. */
  emptyAction: ReactNode
}

/** All trainings: read page after page, and to be worked with from the first page on. */
export function Runs({ emptyAction, ...table }: RunsProps) {
  const { t } = useI18n()
  const runs = useRuns()
  const extent = useRunsExtent()
  if (runs.isPending) return <SkeletonRows rows={10} />
  const none = runs.data === undefined || runs.data.length === 0
  return (
    <>
      {runs.isError && <Failure error={runs.error} onRetry={() => void runs.refetch()} />}
      {none && table.ended.length === 0 && !runs.isError && (
        <EmptyState icon={Play} title={t.runsTable.emptyTitle}>
          <p className="max-w-prose">{t.runsTable.emptyLead}</p>
          {emptyAction}
        </EmptyState>
      )}
      {(!none || table.ended.length > 0) && <RunTable runs={runs.data ?? []} extent={extent} {...table} />}
    </>
  )
}
