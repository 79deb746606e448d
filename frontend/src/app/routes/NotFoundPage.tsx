import { Link } from '@tanstack/react-router'
import { buttonClass } from '@/components/ui/Button'
import { PageHeading } from '@/components/ui/PageHeading'
import { useI18n } from '@/i18n/I18nProvider'

export function NotFoundPage() {
  const { t } = useI18n()
  return (
    <div className="grid justify-items-start gap-6">
      <PageHeading title={t.errors.notFound.title}>{t.errors.notFound.lead}</PageHeading>
      <Link to="/" className={buttonClass('primary')}>
        {t.errors.notFound.home}
      </Link>
    </div>
  )
}
