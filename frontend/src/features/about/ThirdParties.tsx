import { packages } from 'virtual:third-party'
import { useI18n } from '@/i18n/I18nProvider'

/** What the page is made with, and under which licences. */
export function ThirdParties() {
  const { t } = useI18n()
  return (
    <ul aria-label={t.info.thirdParties} className="grid grid-cols-1 gap-x-8 sm:grid-cols-2">
      {packages.map(({ name, version, license }) => (
        <li
          key={name}
          className="flex min-h-8 items-center justify-between gap-3 border-line border-b font-mono text-sm"
        >
          <span className="wrap-anywhere min-w-0">
            {name} <span className="text-muted">{version}</span>
          </span>
          <span className="shrink-0 text-muted">{license}</span>
        </li>
      ))}
    </ul>
  )
}
