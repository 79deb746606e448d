import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'

interface DeltaChipProps {
  /** The difference as it is shown, sign included. */
  delta: number
  /** Whether more is better; an error is better when it is less. */
  higherIsBetter?: boolean
  /** The difference in words, for those who listen; `delta` has no direction of its own. */
  words: string
}

/**
 * How far a number is from its baseline. Sign and digits say by how much; arrow and colour say whether that is better,
 * so that an error that has become less points up. What rounds to nothing is equal.
 */
export function DeltaChip({ delta, higherIsBetter = true, words }: DeltaChipProps) {
  const { format } = useI18n()
  const shown = format.delta(delta)
  const gain = shown === format.delta(0) ? 0 : higherIsBetter ? delta : -delta
  const tone =
    gain > 0 ? 'bg-good-soft text-good' : gain < 0 ? 'bg-bad-soft text-bad' : 'bg-sunken text-muted'
  return (
    <span
      title={words}
      className={cx('inline-flex items-center gap-1 rounded px-1.5 font-mono text-xs leading-5', tone)}
    >
      <span aria-hidden="true">
        {gain > 0 ? '▲' : gain < 0 ? '▼' : '='} {shown}
      </span>
      <span className="sr-only">{words}</span>
    </span>
  )
}
