import { Link } from '@tanstack/react-router'
import { PageHeading } from '@/components/ui/PageHeading'
import { DatasetList } from '@/features/datasets/DatasetList'
import { UploadPanel } from '@/features/datasets/UploadPanel'
import { TrainingControl } from '@/features/jobs/TrainingControl'
import { useI18n } from '@/i18n/I18nProvider'

export function DatasetsPage() {
  const { t } = useI18n()
  return (
    <>
      <PageHeading title={t.datasets.title}>{t.datasets.lead}</PageHeading>
      <UploadPanel />
      <DatasetList
        renderActions={(dataset) => (
          <TrainingControl
            dataset={dataset}
            renderRunLink={(run) => (
              <Link to="/training" search={{ run }} className="text-action underline">
                {t.jobs.seeRun}
              </Link>
            )}
          />
        )}
      />
    </>
  )
}
