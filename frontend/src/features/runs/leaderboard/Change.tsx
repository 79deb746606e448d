import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import type { Ranked } from './rank'

/** Places won or lost since before the newest run: sign, number and colour. */
export function Change({ ranked }: { ranked: Ranked }) {
  const { t } = useI18n()
  const { change } = ranked
  if (change === 0) return null
  const words =
    change === undefined
      ? t.leaderboard.isNew
      : change > 0
        ? t.leaderboard.up(change)
        : t.leaderboard.down(-change)
  const sign = change === undefined ? t.leaderboard.isNewShort : change > 0 ? `▲ ${change}` : `▼ ${-change}`
  return (
    <span
      title={words}
      className={cx(
        'rounded px-1.5 font-mono text-xs leading-5',
        change === undefined
          ? 'bg-info-soft text-info'
          : change > 0
            ? 'bg-good-soft text-good'
            : 'bg-bad-soft text-bad',
      )}
    >
      <span aria-hidden="true">{sign}</span>
      <span className="sr-only">{words}</span>
    </span>
  )
}
