import { useI18n } from '@/i18n/I18nProvider'
import type { Extent } from '../api'

/** How many trainings are shown of how many, and whether more are on the way or out of reach. */
export function TableCount(props: { shown: number; all: number; extent: Extent }) {
  const { t } = useI18n()
  const { shown, all, extent } = props
  if (extent === 'growing') {
    return (
      <p className="flex min-h-5 items-center gap-2 text-muted text-sm">
        <progress aria-label={t.runsTable.reading(all)} className="h-1 w-20 rounded-full" />
        {t.runsTable.reading(all)}
      </p>
    )
  }
  // Said once all is there, not page after page. A status is live anyway; but only with the attribute it is said while
  // the suggestions of the filter are open.
  return (
    <p role="status" aria-live="polite" className="min-h-5 text-muted text-sm">
      {extent === 'all' ? t.runsTable.shown(shown, all) : t.runsTable.shownOfNewest(shown, all)}
    </p>
  )
}
