import { IntervalPlot } from '@/charts/IntervalPlot'
import { Card } from '@/components/ui/Card'
import { useI18n } from '@/i18n/I18nProvider'
import { mainScore } from '../mainScore'
import type { Named } from './named'

/** The main scores with their intervals; only what is the same score can stand on one scale. */
export function ScoreIntervals({ runs }: { runs: readonly Named[] }) {
  const { t, format } = useI18n()
  const scored = runs.flatMap((one) => {
    const score = mainScore(one.run)
    return score ? [{ ...one, score }] : []
  })
  const metrics = [...new Set(scored.map(({ score }) => score.metric))]
  return metrics.map((metric) => {
    const group = scored.filter(({ score }) => score.metric === metric)
    const baselines = [...new Set(group.map(({ score }) => score.baseline))]
    const [baseline] = baselines
    const level = group.find(({ score }) => score.interval)?.score.interval?.level
    return (
      <Card key={metric}>
        <IntervalPlot
          title={t.compare.intervals(t.runs.metrics[metric] ?? metric)}
          description={level === undefined ? undefined : t.compare.intervalsHint(format.percent(level))}
          axis={{ label: t.runs.metrics[metric] ?? metric, format: format.score }}
          estimates={group.map(({ id, label, mark, score }) => ({
            id,
            label,
            mark,
            value: score.value,
            interval: score.interval,
          }))}
          references={
            baselines.length === 1 && baseline !== undefined
              ? [{ value: baseline, label: t.compare.baseline }]
              : []
          }
          labelTitle={t.compare.run}
          lowTitle={t.compare.low}
          highTitle={t.compare.high}
        />
      </Card>
    )
  })
}
