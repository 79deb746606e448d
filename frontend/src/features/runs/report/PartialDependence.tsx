import { useMemo } from 'react'
import { Heatmap } from '@/charts/Heatmap'
import { LineChart } from '@/charts/LineChart'
import { markAt } from '@/charts/marks'
import { Card } from '@/components/ui/Card'
import { useI18n } from '@/i18n/I18nProvider'
import type { Report } from '../detail'
import { answerRange, type Dependence, isNumeric, outcomesOf } from './dependence'

/** What the model says on average when one column is changed, for the columns that matter most. */
export function PartialDependence({ report }: { report: Report }) {
  const { t } = useI18n()
  const { partial_dependence: all, labels } = report
  const outcomes = useMemo(() => outcomesOf(labels), [labels])
  const range = useMemo(() => answerRange(all, outcomes), [all, outcomes])
  if (all.length === 0) return null
  return (
    <Card className="gap-6">
      <div className="grid gap-0.5">
        <h3 className="font-medium">{t.run.dependence}</h3>
        <p className="max-w-prose text-muted text-sm">
          {t.run.dependenceHint(
            outcomes.length === 1 ? (outcomes[0]?.label ?? report.target) : report.target,
          )}
        </p>
      </div>
      <div className="grid gap-x-8 gap-y-8 md:grid-cols-2 2xl:grid-cols-3">
        {all.map((dependence) => {
          const Shown = isNumeric(dependence) ? OfNumbers : OfWords
          return (
            <Shown
              key={dependence.feature}
              dependence={dependence}
              outcomes={outcomes}
              range={range}
              target={report.target}
            />
          )
        })}
      </div>
    </Card>
  )
}

interface ShownProps {
  dependence: Dependence
  outcomes: ReturnType<typeof outcomesOf>
  range: [number, number]
  target: string
}

function OfNumbers({ dependence, outcomes, range, target }: ShownProps) {
  const { t, format } = useI18n()
  const chart = useMemo(() => {
    const classes = outcomes.some(({ label }) => label !== undefined)
    return {
      x: { label: dependence.feature, format: format.score },
      y: classes
        ? { label: t.run.probability, format: format.percent, domain: [0, 1] as [number, number] }
        : { label: target, format: format.score, ...(range[0] < range[1] && { domain: range }) },
      series: outcomes.map(({ index, label }) => ({
        id: label ?? target,
        label: label ?? target,
        mark: markAt(index),
        points: dependence.points.map(({ value, predictions }) => ({
          x: Number(value),
          y: predictions[index] ?? Number.NaN,
        })),
      })),
    }
  }, [dependence, outcomes, range, target, t, format])
  return <LineChart title={dependence.feature} {...chart} height={200} />
}

function OfWords({ dependence, outcomes, range, target }: ShownProps) {
  const { t, format } = useI18n()
  const [low, high] = range
  const cell = (answer: number | undefined, label: string | undefined) => {
    if (answer === undefined) return { share: undefined, text: '–' }
    if (label !== undefined) return { share: answer, text: format.percent(answer) }
    return { share: high > low ? (answer - low) / (high - low) : 0, text: format.score(answer) }
  }
  return (
    <Heatmap
      title={dependence.feature}
      rowTitle={dependence.feature}
      columnTitle={outcomes.some(({ label }) => label !== undefined) ? t.run.probability : target}
      rows={dependence.points.map(({ value }) => String(value))}
      columns={outcomes.map(({ label }) => label ?? target)}
      cells={dependence.points.map(({ predictions }) =>
        outcomes.map(({ index, label }) => cell(predictions[index], label)),
      )}
    />
  )
}
