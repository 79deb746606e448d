import { useMemo } from 'react'
import { LineChart } from '@/charts/LineChart'
import { markAt } from '@/charts/marks'
import { Card } from '@/components/ui/Card'
import { useI18n } from '@/i18n/I18nProvider'
import { bestOf, bestSoFar, type Choice, type Scored } from './scored'

interface TrendChartProps {
  choice: Choice
  scored: readonly Scored[]
  onOpen: (runId: string) => void
}

/** The score of each run over time, and the best so far. */
export function TrendChart({ choice, scored, onOpen }: TrendChartProps) {
  const { t, format } = useI18n()
  const { metric, subject } = choice
  const name = t.runs.metrics[metric] ?? metric
  const lists = useMemo(() => [bestSoFar(scored, metric), scored] as const, [scored, metric])
  const chart = useMemo(() => {
    const span = (scored.at(-1)?.time ?? 0) - (scored[0]?.time ?? 0)
    const [best, all] = lists.map((list) => list.map(({ time, value }) => ({ x: time, y: value })))
    return {
      x: {
        label: t.metrics.finished,
        kind: 'time' as const,
        format: format.shortMoment,
        formatTick: (time: number) => format.timeTick(time, span),
      },
      y: { label: name, format: format.score },
      series: [
        { id: 'best', label: t.metrics.bestSoFar, mark: markAt(0), points: best ?? [], step: true },
        { id: 'all', label: t.metrics.training, mark: markAt(4), points: all ?? [], pointsOnly: true },
      ],
    }
  }, [lists, scored, name, t, format])
  const baseline = subject && bestOf(scored, metric)?.run.baseline.metrics[metric]
  const references = useMemo(
    () =>
      baseline === undefined ? [] : [{ y: baseline, label: t.metrics.baseline(format.score(baseline)) }],
    [baseline, t, format],
  )
  return (
    <Card>
      <LineChart
        title={t.metrics.trend(name)}
        description={t.metrics.trendHint}
        {...chart}
        references={references}
        height={300}
        onOpen={(series, index) => {
          const found = lists[series]?.[index]
          if (found) onOpen(found.run.id)
        }}
      />
    </Card>
  )
}
