import { scaleOf } from '@/charts/axis'
import { IntervalStrip } from '@/charts/IntervalStrip'
import type { Mark } from '@/charts/marks'
import { useI18n } from '@/i18n/I18nProvider'
import { isInUnits } from '@/lib/scores'
import type { MainScore } from '../mainScore'

/** Where a score stands between its baseline and what its interval reaches, with numbers at the places that matter. */
export function ScoreLine({ score, mark }: { score: MainScore; mark: Mark }) {
  const { t, format } = useI18n()
  const { metric, value, baseline, interval } = score
  const domain = domainOf(score)
  const words = [
    `${t.runs.metrics[metric] ?? metric} ${format.score(value)}`,
    interval &&
      `${t.runs.interval(format.percent(interval.level))} ${format.score(interval.low)} – ${format.score(interval.high)}`,
    baseline !== undefined && t.run.baselineIs(format.score(baseline)),
  ]
  const share = (number: number) => ((number - domain[0]) / (domain[1] - domain[0] || 1)) * 100
  const middle = interval ? (interval.low + interval.high) / 2 : value
  return (
    <div className="grid gap-1 text-xs">
      <Label at={share(middle)}>
        {interval && (
          <>
            <span className="text-muted">{t.runs.interval(format.percent(interval.level))} </span>
            <span className="font-mono">
              {format.score(interval.low)} – {format.score(interval.high)}
            </span>
          </>
        )}
      </Label>
      <IntervalStrip
        words={words.filter(Boolean).join(', ')}
        value={value}
        mark={mark}
        interval={interval}
        baseline={baseline}
        domain={domain}
      />
      {baseline !== undefined && (
        <Label at={share(baseline)}>
          <span className="text-muted">{t.run.baseline} </span>
          <span className="font-mono">{format.score(baseline)}</span>
        </Label>
      )}
    </div>
  )
}

/** Words over or under a place of the line, in per cent of its width; they stay inside. */
function Label({ at, children }: { at: number; children: React.ReactNode }) {
  const place = Math.max(0, Math.min(at, 100))
  return (
    <span aria-hidden="true" className="relative block h-4 w-full">
      <span
        className="absolute whitespace-nowrap"
        style={{ left: `${place}%`, transform: `translateX(-${place}%)` }}
      >
        {children}
      </span>
    </span>
  )
}

/** From a little below everything to a little above; a share of 1 is not exceeded. */
function domainOf({ metric, value, baseline, interval }: MainScore): [number, number] {
  const shown = [value, baseline, interval?.low, interval?.high].filter((one) => one !== undefined)
  const scale = scaleOf({ label: '', format: String }, shown, [0, 100], 20)
  const top =
    Math.max(...shown) <= 1 && !isInUnits(metric) && metric !== 'log_loss' ? 1 : Number.POSITIVE_INFINITY
  return [scale.domain[0], Math.min(scale.domain[1], top)]
}
