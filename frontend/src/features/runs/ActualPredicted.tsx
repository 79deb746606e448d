import { useMemo } from 'react'
import { LineChart } from '@/charts/LineChart'
import { markAt } from '@/charts/marks'
import { Card } from '@/components/ui/Card'
import { useI18n } from '@/i18n/I18nProvider'
import type { Details } from './detail'

/** Held-out rows of a regression: what was, against what the model said. */
export function ActualPredicted({ samples }: { samples: Details['samples'] }) {
  const { t, format } = useI18n()
  const chart = useMemo(() => {
    if (!samples || samples.length === 0) return undefined
    const values = samples.flatMap(({ actual, predicted }) => [actual, predicted])
    const points = samples.map(({ actual, predicted }) => ({ x: actual, y: predicted }))
    return {
      domain: [Math.min(...values), Math.max(...values)] as [number, number],
      points: points.sort((a, b) => a.x - b.x),
    }
  }, [samples])
  if (!chart || chart.domain[0] === chart.domain[1]) return null
  const axis = (label: string) => ({ label, format: format.score, domain: chart.domain })
  return (
    <Card>
      <LineChart
        title={t.run.actualPredicted}
        description={t.run.actualPredictedHint}
        x={axis(t.run.actual)}
        y={axis(t.run.predicted)}
        series={[
          { id: 'rows', label: t.run.heldOut, mark: markAt(0), points: chart.points, pointsOnly: true },
        ]}
        diagonal={{ label: t.run.perfect }}
        height={340}
      />
    </Card>
  )
}
