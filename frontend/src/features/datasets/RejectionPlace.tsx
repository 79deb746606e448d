import { useI18n } from '@/i18n/I18nProvider'

interface Place {
  rule?: string | null
  line?: number | null
  column?: string | null
}

/** Which rule of the format is broken, and where in the file. */
export function RejectionPlace({ place }: { place: Place }) {
  const { t } = useI18n()
  const parts = [
    place.rule && t.upload.rule(place.rule),
    place.line != null && t.upload.line(place.line),
    place.column && t.upload.column(place.column),
  ].filter((part) => typeof part === 'string' && part !== '')
  return (
    <ul className="flex flex-wrap gap-1.5">
      {parts.map((part) => (
        <li key={String(part)} className="rounded-md bg-bad-soft px-1.5 font-mono text-bad text-xs leading-5">
          {part}
        </li>
      ))}
    </ul>
  )
}
