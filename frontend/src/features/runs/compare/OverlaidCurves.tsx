import { useMemo, useState } from 'react'
import { LineChart, type Series } from '@/charts/LineChart'
import { Card } from '@/components/ui/Card'
import { Select } from '@/components/ui/Select'
import { useI18n } from '@/i18n/I18nProvider'
import type { Curve } from '../detail'
import type { Named } from './named'

/** ROC and precision-recall curves of all classifiers, for one class at a time. */
export function OverlaidCurves({ runs }: { runs: readonly Named[] }) {
  const { t, format } = useI18n()
  const classes = useMemo(
    () => [...new Set(runs.flatMap(({ details }) => details.roc_curve?.map(({ label }) => label) ?? []))],
    [runs],
  )
  const [wanted, setWanted] = useState<string>()
  const chosen = wanted !== undefined && classes.includes(wanted) ? wanted : classes.at(-1)
  const [roc, pr] = useMemo(
    () => [
      seriesOf(runs, chosen, ({ details }) => details.roc_curve),
      seriesOf(runs, chosen, ({ details }) => details.pr_curve),
    ],
    [runs, chosen],
  )
  if (chosen === undefined || roc.length === 0) return null
  const share = (label: string) => ({ label, format: format.score, domain: [0, 1] as [number, number] })
  return (
    <Card
      title={t.compare.curves}
      actions={
        classes.length > 1 && (
          <Select
            label={t.compare.ofClass}
            hideLabel
            value={chosen}
            options={classes.map((value) => ({ value, label: t.compare.classNamed(value) }))}
            onChange={setWanted}
          />
        )
      }
    >
      <div className="grid gap-8 lg:grid-cols-2">
        <LineChart
          title={t.run.roc}
          description={t.run.rocHint}
          x={share(t.run.falsePositives)}
          y={share(t.run.truePositives)}
          series={roc}
          diagonal={{ label: t.run.chance }}
          height={320}
        />
        <LineChart
          title={t.run.pr}
          description={t.run.prHint}
          x={share(t.runs.metrics.recall ?? '')}
          y={share(t.runs.metrics.precision ?? '')}
          series={pr}
          height={320}
        />
      </div>
    </Card>
  )
}

function seriesOf(
  runs: readonly Named[],
  label: string | undefined,
  read: (run: Named) => readonly Curve[] | undefined,
): Series[] {
  return runs.flatMap((run) => {
    const curve = read(run)?.find((one) => one.label === label)
    return curve ? [{ id: run.id, label: run.label, mark: run.mark, points: curve.points }] : []
  })
}
