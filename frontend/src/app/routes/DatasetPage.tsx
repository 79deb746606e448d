import { PageHeading } from '@/components/ui/PageHeading'
import { useI18n } from '@/i18n/I18nProvider'

export function DatasetPage() {
  const { t } = useI18n()
  return <PageHeading title={t.dataset.title} />
}
