import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type Mark, markAt } from '@/charts/marks'
import { Scatter } from '@/charts/Scatter'
import { Card } from '@/components/ui/Card'
import { Segmented } from '@/components/ui/Segmented'
import { useI18n } from '@/i18n/I18nProvider'
import { isError } from '@/lib/scores'
import type { Choice, Scored } from './scored'
import { EFFORTS, type Effort } from './search'

interface EffortChartProps {
  choice: Choice
  scored: readonly Scored[]
  effort: Effort
  onEffort: (effort: Effort) => void
  onOpen: (runId: string) => void
}

/** Each family looks the same on every day; families that never meet in one task may look alike. */
const MARKS: Readonly<Record<string, Mark>> = {
  gradient_boosting: markAt(0),
  random_forest: markAt(1),
  logistic: markAt(2),
  ridge: markAt(2),
  decision_tree: markAt(3),
  knn: markAt(4),
  naive_bayes: markAt(5),
  elastic_net: markAt(5),
  svm: markAt(6),
  linear: markAt(7),
  baseline: { hue: 8, marker: 3 },
}
const ORDER = Object.keys(MARKS)

/** The score of each run against what it cost, in dollars or in time. */
export function EffortChart({ choice, scored, effort, onEffort, onOpen }: EffortChartProps) {
  const { t, format } = useI18n()
  const name = t.runs.metrics[choice.metric] ?? choice.metric
  const clouds = useMemo(() => cloudsOf(scored, effort), [scored, effort])
  const chart = useMemo(() => {
    const nameOf = (family: string) => t.runs.models[family] ?? family
    return {
      x: {
        label: t.metrics.effortAxes[effort],
        ...(effort === 'cost'
          ? { format: format.price, formatTick: format.priceTick }
          : { format: format.duration }),
        kind: 'log' as const,
      },
      y: { label: name, format: format.score },
      series: clouds.map(({ family, runs }) => ({
        id: family,
        label: nameOf(family),
        mark: MARKS[family] ?? { hue: 4, marker: 6 },
        points: runs.map(({ run, value }) => ({
          x: effortOf(run, effort),
          y: value,
          name: t.metrics.bestIs(nameOf(family), run.dataset_name),
        })),
      })),
    }
  }, [clouds, effort, name, t, format])
  const runAt = (series: number, index: number) => clouds[series]?.runs[index]?.run
  return (
    <Card>
      <Scatter
        title={t.metrics.effort[effort](name)}
        description={isError(choice.metric) ? t.metrics.effortHintError : t.metrics.effortHint}
        {...chart}
        nameTitle={t.metrics.training}
        renderName={(series, index) => {
          const run = runAt(series, index)
          const point = chart.series[series]?.points[index]
          return (
            run && (
              <Link to="/training/$id" params={{ id: run.id }} className="text-action underline">
                {point?.name}
              </Link>
            )
          )
        }}
        onOpen={(series, index) => {
          const run = runAt(series, index)
          if (run) onOpen(run.id)
        }}
        actions={
          <Segmented
            label={t.metrics.effortSwitch}
            value={effort}
            options={EFFORTS.map((value) => ({ value, label: t.metrics.efforts[value] }))}
            onChange={onEffort}
          />
        }
      />
    </Card>
  )
}

/** What a run cost; on a log axis nothing is free. */
function effortOf(run: Scored['run'], effort: Effort): number {
  return effort === 'cost' ? Math.max(run.cost_usd, 1e-7) : Math.max(run.duration_ms, 1)
}

/** The runs of each family, the cheapest first. */
function cloudsOf(scored: readonly Scored[], effort: Effort) {
  const clouds = new Map<string, Scored[]>()
  for (const one of scored) {
    const runs = clouds.get(one.run.model_type)
    if (runs) runs.push(one)
    else clouds.set(one.run.model_type, [one])
  }
  return [...clouds]
    .map(([family, runs]) => ({
      family,
      runs: runs.sort((a, b) => effortOf(a.run, effort) - effortOf(b.run, effort)),
    }))
    .sort((a, b) => ORDER.indexOf(a.family) - ORDER.indexOf(b.family))
}
