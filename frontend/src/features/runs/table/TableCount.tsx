import { useI18n } from '@/i18n/I18nProvider'

/** How many trainings are shown of how many, and whether more are on the way. */
export function TableCount(props: { shown: number; all: number; reading: boolean }) {
  const { t } = useI18n()
  if (props.reading) {
    return (
      <p className="flex min-h-5 items-center gap-2 text-muted text-sm">
        <progress aria-label={t.runsTable.reading(props.all)} className="h-1 w-20 rounded-full" />
        {t.runsTable.reading(props.all)}
      </p>
    )
  }
  // Said once all is there, not page after page.
  return (
    <p role="status" className="min-h-5 text-muted text-sm">
      {t.runsTable.shown(props.shown, props.all)}
    </p>
  )
}
