import { useI18n } from '@/i18n/I18nProvider'
import { useNow } from '@/lib/useNow'

/** How long ago; the exact time in the tooltip. */
export function Moment({ iso }: { iso: string }) {
  const { format } = useI18n()
  const now = useNow()
  return (
    <time dateTime={iso} title={format.moment(iso)} className="whitespace-nowrap">
      {format.ago(iso, now)}
    </time>
  )
}
