import { useMemo } from 'react'
import { LineChart } from '@/charts/LineChart'
import { markAt } from '@/charts/marks'
import { Card } from '@/components/ui/Card'
import { useI18n } from '@/i18n/I18nProvider'
import type { Curve } from '../detail'

interface CurvesProps {
  roc: Curve[] | undefined
  pr: Curve[] | undefined
}

/** How a classifier trades one kind of error for the other, class by class. */
export function Curves({ roc = [], pr = [] }: CurvesProps) {
  const { t, format } = useI18n()
  const lines = useMemo(() => [roc, pr].map(seriesOf), [roc, pr])
  if (roc.length === 0 && pr.length === 0) return null
  const share = (label: string) => ({ label, format: format.score, domain: [0, 1] as [number, number] })
  return (
    <Card>
      <div className="grid gap-8 lg:grid-cols-2">
        <LineChart
          title={t.run.roc}
          description={t.run.rocHint}
          x={share(t.run.falsePositives)}
          y={share(t.run.truePositives)}
          series={lines[0] ?? []}
          diagonal={{ label: t.run.chance }}
        />
        <LineChart
          title={t.run.pr}
          description={t.run.prHint}
          x={share(t.runs.metrics.recall ?? '')}
          y={share(t.runs.metrics.precision ?? '')}
          series={lines[1] ?? []}
        />
      </div>
    </Card>
  )
}

function seriesOf(curves: Curve[]) {
  return curves.map(({ label, points }, index) => ({ id: label, label, mark: markAt(index), points }))
}
