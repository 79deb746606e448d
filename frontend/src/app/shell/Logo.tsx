import { Link } from '@tanstack/react-router'
import { useI18n } from '@/i18n/I18nProvider'

export function Logo(props: { to: '/' | '/overview'; onlySign?: boolean }) {
  const { t } = useI18n()
  return (
    <Link
      to={props.to}
      aria-label={props.onlySign ? t.app.name : undefined}
      className="inline-flex min-h-9 items-center gap-2.5 font-semibold text-lg tracking-tight"
    >
      <img src="/icon.svg" alt="" width="24" height="24" />
      {!props.onlySign && t.app.name}
    </Link>
  )
}
