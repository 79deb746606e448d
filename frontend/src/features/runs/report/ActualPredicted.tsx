import { useMemo } from 'react'
import { binsOf } from '@/charts/bins'
import { Histogram } from '@/charts/Histogram'
import { markAt } from '@/charts/marks'
import { Scatter } from '@/charts/Scatter'
import { Card } from '@/components/ui/Card'
import { useI18n } from '@/i18n/I18nProvider'
import type { Details } from '../detail'

type Samples = NonNullable<Details['samples']>

/** Held-out rows of a regression: what was against what the model said, and how far it was off. */
export function ActualPredicted({ samples }: { samples: Details['samples'] }) {
  if (!samples || samples.length === 0) return null
  return (
    <div className="grid items-start gap-4 xl:grid-cols-2">
      <Agreement samples={samples} />
      <Residuals samples={samples} />
    </div>
  )
}

function Agreement({ samples }: { samples: Samples }) {
  const { t, format } = useI18n()
  const chart = useMemo(() => {
    const values = samples.flatMap(({ actual, predicted }) => [actual, predicted])
    const domain: [number, number] = [Math.min(...values), Math.max(...values)]
    const axis = (label: string) => ({
      label,
      format: format.score,
      ...(domain[0] < domain[1] && { domain }),
    })
    const points = samples.map(({ actual, predicted }) => ({ x: actual, y: predicted }))
    return {
      x: axis(t.run.actual),
      y: axis(t.run.predicted),
      series: [
        { id: 'rows', label: t.run.heldOut, mark: markAt(0), points: points.sort((a, b) => a.x - b.x) },
      ],
    }
  }, [samples, t, format])
  return (
    <Card>
      <Scatter
        title={t.run.actualPredicted}
        description={t.run.actualPredictedHint}
        {...chart}
        diagonal={{ label: t.run.perfect }}
        height={480}
      />
    </Card>
  )
}

function Residuals({ samples }: { samples: Samples }) {
  const { t, format } = useI18n()
  const chart = useMemo(() => {
    const points = samples.map(({ predicted, residual }) => ({ x: predicted, y: residual }))
    return {
      x: { label: t.run.predicted, format: format.score },
      y: { label: t.run.residual, format: format.score },
      series: [
        { id: 'rows', label: t.run.heldOut, mark: markAt(0), points: points.sort((a, b) => a.x - b.x) },
      ],
      references: [{ y: 0, label: t.run.perfect }],
    }
  }, [samples, t, format])
  const bins = useMemo(() => binsOf(samples.map(({ residual }) => residual)), [samples])
  return (
    <Card className="gap-6">
      <Scatter title={t.run.residuals} description={t.run.residualsHint} {...chart} height={220} />
      <Histogram
        title={t.run.residualSpread}
        x={chart.y}
        countTitle={t.run.rows}
        bins={bins}
        reference={{ x: 0, label: t.run.perfect }}
        height={180}
      />
    </Card>
  )
}
