import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import type { MainScore } from './mainScore'

const CELL = 'px-4 py-3 text-right align-top tabular-nums'

interface ScoreProps {
  score: MainScore | undefined
}

/** The main score and its name. */
export function ScoreCell({ score }: ScoreProps) {
  const { t, format } = useI18n()
  if (!score) return <td className={CELL}>–</td>
  return (
    <td className={CELL}>
      <span className="font-semibold">{format.score(score.value)}</span>
      <p className="text-muted text-sm">{t.runs.metrics[score.metric] ?? score.metric}</p>
    </td>
  )
}

/** The baseline's score, and how far the model is from it. */
export function GainCell({ score }: ScoreProps) {
  const { t, format } = useI18n()
  if (score?.baseline === undefined || score.gain === undefined) {
    return <td className={CELL}>{t.runs.noBaseline}</td>
  }
  const by = format.score(Math.abs(score.gain))
  const words = score.gain > 0 ? t.runs.better(by) : score.gain < 0 ? t.runs.worse(by) : t.runs.same
  const colour = score.gain > 0 ? 'text-good' : score.gain < 0 ? 'text-bad' : 'text-muted'
  return (
    <td className={CELL}>
      {format.score(score.baseline)}
      <p className={cx('text-sm', colour)}>
        <span aria-hidden="true" title={words}>
          {format.delta(score.value - score.baseline)}
        </span>
        <span className="sr-only">{words}</span>
      </p>
    </td>
  )
}

/** Between which values the true score probably is. */
export function IntervalCell({ score }: ScoreProps) {
  const { format } = useI18n()
  if (!score?.interval) return <td className={CELL}>–</td>
  const { low, high, level } = score.interval
  return (
    <td className={cx(CELL, 'whitespace-nowrap')}>
      {format.score(low)} – {format.score(high)}
      <p className="text-muted text-sm">{format.percent(level)}</p>
    </td>
  )
}
