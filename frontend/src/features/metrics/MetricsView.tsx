import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { Button } from '@/components/ui/Button'
import { EmptyState } from '@/components/ui/EmptyState'
import { useI18n } from '@/i18n/I18nProvider'
import { useNow } from '@/lib/useNow'
import { EffortChart } from './EffortChart'
import { FamilyMatrix } from './FamilyMatrix'
import { MetricsFilter } from './MetricsFilter'
import { SummaryCards } from './SummaryCards'
import { chooseFrom, type Run, scoredRuns, subjectsOf } from './scored'
import type { MetricsChange, MetricsSearch } from './search'
import { TrendChart } from './TrendChart'

interface MetricsViewProps {
  /** At least one, newest first. */
  runs: readonly Run[]
  /** Whether these are all. */
  complete: boolean
  search: MetricsSearch
  onChange: (change: MetricsChange) => void
}

/** How models do: in numbers, over time, against their cost, and by family. */
export function MetricsView({ runs, complete, search, onChange }: MetricsViewProps) {
  const { t } = useI18n()
  const navigate = useNavigate()
  const now = useNow()
  const subjects = useMemo(() => subjectsOf(runs), [runs])
  const choice = useMemo(() => chooseFrom(search, subjects, now), [search, subjects, now])
  const scored = useMemo(() => scoredRuns(runs, choice), [runs, choice])
  const open = (id: string) => void navigate({ to: '/training/$id', params: { id } })
  return (
    <>
      <MetricsFilter search={search} choice={choice} subjects={subjects} onChange={onChange} />
      {!complete && (
        <p role="status" className="text-muted text-sm">
          {t.metrics.readingOlder(runs.length)}
        </p>
      )}
      {scored.length === 0 ? (
        <EmptyState title={t.metrics.noneTitle}>
          <p>{t.metrics.none}</p>
          <Button
            onClick={() =>
              onChange({
                dataset: undefined,
                target: undefined,
                period: undefined,
                from: undefined,
                to: undefined,
              })
            }
          >
            {t.metrics.reset}
          </Button>
        </EmptyState>
      ) : (
        <>
          <SummaryCards choice={choice} scored={scored} />
          <TrendChart choice={choice} scored={scored} onOpen={open} />
          <div className="grid items-start gap-6 2xl:grid-cols-2">
            <EffortChart
              choice={choice}
              scored={scored}
              effort={search.effort ?? 'cost'}
              onEffort={(effort) => onChange({ effort: effort === 'cost' ? undefined : effort })}
              onOpen={open}
            />
            <FamilyMatrix choice={choice} scored={scored} />
          </div>
        </>
      )}
    </>
  )
}
