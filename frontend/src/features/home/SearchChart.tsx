import { useMemo } from 'react'
import { LineChart } from '@/charts/LineChart'
import { markAt } from '@/charts/marks'
import { useI18n } from '@/i18n/I18nProvider'
import { example } from './example'

const { trials, accuracy, interval, baseline, n_test } = example.search

/** Every configuration of a search, as it came out: a point each, a hue and a shape for each family. */
export function SearchChart({ height }: { height: number }) {
  const { t, format } = useI18n()
  const texts = t.home.search
  const series = useMemo(() => {
    const families = [...new Set(trials.map(({ model_type }) => model_type))]
    return families.map((family, index) => ({
      id: family,
      label: t.runs.models[family] ?? family,
      mark: markAt(index),
      pointsOnly: true,
      points: trials
        .map(({ model_type, mean }, place) => ({ family: model_type, x: place + 1, y: mean }))
        .filter(
          (point): point is { family: string; x: number; y: number } =>
            point.family === family && point.y !== null,
        ),
    }))
  }, [t])
  const axes = useMemo(
    () => ({
      x: { label: texts.place, format: format.whole, domain: [0.5, trials.length + 0.5] as [number, number] },
      y: { label: texts.score, format: format.score },
      references: [{ y: baseline, label: `${t.runs.models.baseline} ${format.score(baseline)}` }],
    }),
    [texts, format, t],
  )
  return (
    <LineChart
      title={texts.title(series.length)}
      description={texts.description(
        n_test,
        format.score(accuracy),
        `${format.score(interval.low)} – ${format.score(interval.high)}`,
      )}
      {...axes}
      series={series}
      height={height}
    />
  )
}
