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
import { type Choice, chooseFrom, type Run, type Subject, scoredRuns, subjectsOf } from './scored'
import type { MetricsChange, MetricsSearch } from './search'
import { TrendChart } from './TrendChart'

interface MetricsViewProps {
  /** At least one, newest first. */
  runs: readonly Run[]
  search: MetricsSearch
  onChange: (change: MetricsChange) => void
}

/** How models do: in numbers, over time, against their cost, and by family. */
export function MetricsView({ runs, search, onChange }: MetricsViewProps) {
  const { t } = useI18n()
  const navigate = useNavigate()
  const subjects = useMemo(() => subjectsOf(runs), [runs])
  const choice = useChoice(search, subjects)
  const scored = useMemo(() => scoredRuns(runs, choice), [runs, choice])
  const times = useTimes(runs, choice)
  const open = (id: string) => void navigate({ to: '/training/$id', params: { id } })
  return (
    <>
      <MetricsFilter search={search} choice={choice} subjects={subjects} times={times} onChange={onChange} />
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

/** The choice that an address makes; the same one until something in it changes, for thousands of runs hang on it. */
function useChoice(search: MetricsSearch, subjects: readonly Subject[]): Choice {
  const { task, dataset, target, metric, period, from, to } = search
  const now = useNow()
  // Without a period nothing depends on the time.
  const end = period === undefined ? 0 : now
  return useMemo(
    () => chooseFrom({ task, dataset, target, metric, period, from, to }, subjects, end),
    [task, dataset, target, metric, period, from, to, subjects, end],
  )
}

/** When the runs of a choice finished, whatever its period. */
function useTimes(runs: readonly Run[], { task, metric, subject }: Choice): readonly number[] {
  return useMemo(() => {
    const ever = { task, metric, subject, from: undefined, to: undefined }
    return scoredRuns(runs, ever).map(({ time }) => time)
  }, [runs, task, metric, subject])
}
