import { Ban, Check, CircleX, TriangleAlert } from 'lucide-react'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import type { RowStatus, RunRow } from '../runRow'

const SIGNS = { done: Check, light: TriangleAlert, failed: CircleX, cancelled: Ban }

const COLOURS: Record<RowStatus, string> = {
  done: 'text-muted [&_svg]:text-good',
  light: 'text-warn',
  failed: 'text-bad',
  cancelled: 'text-muted',
}

/** How a training ended: sign, word and colour, quiet where all is well. */
export function StatusMark({ row }: { row: RunRow }) {
  const { t } = useI18n()
  const Sign = SIGNS[row.status]
  const reason = row.run?.fallback_reason
  return (
    <span
      title={reason ? `${t.runs.usedLight} ${reason}` : undefined}
      className={cx('inline-flex items-center gap-1.5', COLOURS[row.status])}
    >
      <Sign aria-hidden="true" className="size-3.5 shrink-0" strokeWidth={2.25} />
      {t.runsTable.states[row.status]}
    </span>
  )
}
