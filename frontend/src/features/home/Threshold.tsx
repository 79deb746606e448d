import { useMemo, useState } from 'react'
import { Heatmap } from '@/charts/Heatmap'
import { LineChart } from '@/charts/LineChart'
import { markAt } from '@/charts/marks'
import { Slider } from '@/components/ui/Slider'
import { useI18n } from '@/i18n/I18nProvider'
import { decisionAt, usualPoint } from './decision'
import { example } from './example'

const run = example.threshold
const { points, area } = run.roc
const START = usualPoint(run)

/** A threshold to move, and what it does: who is found, who is missed, and where that is on the curve. */
export function Threshold() {
  const { t } = useI18n()
  const [index, setIndex] = useState(START)
  return (
    <div className="grid gap-x-10 gap-y-8 md:grid-cols-2">
      <div className="grid content-start gap-6">
        <ThresholdSlider index={index} onChange={setIndex} />
        <Mistakes index={index} />
      </div>
      <RocCurve index={index} title={t.run.roc} />
    </div>
  )
}

function ThresholdSlider({ index, onChange }: { index: number; onChange: (index: number) => void }) {
  const { t, format } = useI18n()
  const texts = t.home.threshold
  const decision = decisionAt(run, index)
  const threshold = points[index]?.threshold
  return (
    <div className="grid gap-2">
      <Slider
        label={texts.slider}
        value={index}
        min={0}
        max={points.length - 1}
        onChange={onChange}
        text={threshold == null ? texts.never : texts.from(format.percent(Math.round(threshold * 100) / 100))}
      />
      <p role="status" className="text-muted">
        {texts.result(decision.found, decision.missed, decision.falseAlarms)}
      </p>
    </div>
  )
}

function Mistakes({ index }: { index: number }) {
  const { t } = useI18n()
  const { found, missed, falseAlarms, leftAlone } = decisionAt(run, index)
  const cell = (count: number, of: number) => ({ share: of > 0 ? count / of : 0, text: String(count) })
  const labels = run.labels.map((label) => t.home.threshold.labels[label] ?? label)
  return (
    <Heatmap
      title={t.run.confusion}
      rowTitle={t.run.actual}
      columnTitle={t.run.predicted}
      rows={labels}
      columns={labels}
      cells={[
        [cell(leftAlone, leftAlone + falseAlarms), cell(falseAlarms, leftAlone + falseAlarms)],
        [cell(missed, found + missed), cell(found, found + missed)],
      ]}
    />
  )
}

function RocCurve({ index, title }: { index: number; title: string }) {
  const { t, format } = useI18n()
  const axes = useMemo(() => {
    const share = (label: string) => ({ label, format: format.score, domain: [0, 1] as [number, number] })
    return {
      x: share(t.run.falsePositives),
      y: share(t.run.truePositives),
      diagonal: { label: t.run.chance },
    }
  }, [t, format])
  const series = useMemo(() => {
    const here = points[index]
    return [
      {
        id: 'curve',
        label: t.home.threshold.curve(format.score(area)),
        mark: markAt(0),
        points,
        step: true,
      },
      {
        id: 'here',
        label: t.home.threshold.here,
        mark: markAt(3),
        pointsOnly: true,
        points: here ? [here] : [],
      },
    ]
  }, [index, t, format])
  return <LineChart title={title} {...axes} series={series} height={300} />
}
