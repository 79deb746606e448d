import { PageHeading } from '@/components/ui/PageHeading'
import { useI18n } from '@/i18n/I18nProvider'

export function PredictPage() {
  const { t } = useI18n()
  return <PageHeading title={t.predict.title} />
}
