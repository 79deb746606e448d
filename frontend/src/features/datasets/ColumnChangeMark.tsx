import { ArrowRightLeft, CircleDashed, Equal, type LucideIcon, Minus, Plus } from 'lucide-react'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import type { ColumnChange } from './versions'

/** Told apart by sign as well as by colour. */
const SIGNS: Record<ColumnChange, LucideIcon> = {
  removed: Minus,
  added: Plus,
  retyped: ArrowRightLeft,
  missing: CircleDashed,
  same: Equal,
}
const TONES: Record<ColumnChange, string> = {
  removed: 'text-bad',
  added: 'text-good',
  retyped: 'text-warn',
  missing: 'text-info',
  same: 'text-muted',
}

/** What became of a column, as a sign and a word. */
export function ColumnChangeMark({ change }: { change: ColumnChange }) {
  const { t } = useI18n()
  const Sign = SIGNS[change]
  return (
    <span className={cx('inline-flex items-center gap-1.5 font-medium text-sm', TONES[change])}>
      <Sign aria-hidden="true" className="size-3.5 shrink-0" strokeWidth={2.5} />
      {t.dataset.difference.changes[change]}
    </span>
  )
}
