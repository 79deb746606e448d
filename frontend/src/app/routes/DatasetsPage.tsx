import { getRouteApi } from '@tanstack/react-router'
import { PageHeading } from '@/components/ui/PageHeading'
import { useDatasets } from '@/features/datasets/api'
import { DatasetList } from '@/features/datasets/DatasetList'
import { DropZone } from '@/features/datasets/DropZone'
import { UploadList } from '@/features/datasets/UploadList'
import { useUploadQueue, useUploads } from '@/features/datasets/UploadsProvider'
import { useI18n } from '@/i18n/I18nProvider'

const route = getRouteApi('/signed-in/datasets')

export function DatasetsPage() {
  const { t } = useI18n()
  const { search = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const queue = useUploadQueue()
  const uploads = useUploads()
  const datasets = useDatasets()
  const nothingYet = datasets.data?.length === 0 && uploads.length === 0
  return (
    <>
      <PageHeading title={t.datasets.title}>{t.datasets.lead}</PageHeading>
      <DropZone roomy={nothingYet} onFiles={(files) => queue.add(files)} />
      <UploadList />
      <DatasetList
        search={search}
        onSearch={(text) => void navigate({ search: text ? { search: text } : {}, replace: true })}
      />
    </>
  )
}
