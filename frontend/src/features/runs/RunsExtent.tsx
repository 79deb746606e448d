import { useI18n } from '@/i18n/I18nProvider'
import { useRuns, useRunsExtent } from './api'

/** Says above what is made of one's runs that it is made of a part of them. */
export function RunsExtent() {
  const { t } = useI18n()
  const count = useRuns().data?.length ?? 0
  const extent = useRunsExtent()
  if (extent === 'all' || count === 0) return null
  // What is over in a moment is not announced page after page.
  if (extent === 'growing') return <p className="text-muted text-sm">{t.runs.readingOlder(count)}</p>
  return (
    <p role="status" className="text-muted text-sm">
      {t.runs.newestOnly(count)}
    </p>
  )
}
