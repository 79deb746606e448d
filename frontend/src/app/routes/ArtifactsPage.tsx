import { PageHeading } from '@/components/ui/PageHeading'
import { ArtifactList } from '@/features/artifacts/ArtifactList'
import { useI18n } from '@/i18n/I18nProvider'

export function ArtifactsPage() {
  const { t } = useI18n()
  return (
    <>
      <PageHeading title={t.artifacts.title}>{t.artifacts.lead}</PageHeading>
      <ArtifactList />
    </>
  )
}
