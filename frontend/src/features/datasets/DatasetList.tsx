import { useDeferredValue } from 'react'
import { Button } from '@/components/ui/Button'
import { EmptyState } from '@/components/ui/EmptyState'
import { Failure } from '@/components/ui/Failure'
import { LoadMore } from '@/components/ui/LoadMore'
import { SkeletonRows } from '@/components/ui/Skeleton'
import { TextField } from '@/components/ui/TextField'
import { useI18n } from '@/i18n/I18nProvider'
import { useDatasets } from './api'
import { DatasetGroupItem } from './DatasetGroupItem'
import { groupVersions, searchGroups } from './groupVersions'

interface DatasetListProps {
  search: string
  onSearch: (search: string) => void
}

/** Your datasets by name, with their versions. Nothing, when there are none: the drop zone says what to do. */
export function DatasetList({ search, onSearch }: DatasetListProps) {
  const { t } = useI18n()
  const datasets = useDatasets()
  const text = useDeferredValue(search)
  if (datasets.isPending) return <SkeletonRows rows={5} />
  if (datasets.isError) return <Failure error={datasets.error} onRetry={() => void datasets.refetch()} />
  if (datasets.data.length === 0) return null
  const groups = groupVersions(datasets.data)
  const found = searchGroups(groups, text)
  return (
    <section aria-labelledby="datasets-heading" className="grid justify-items-start gap-4">
      <div className="flex w-full flex-wrap items-end justify-between gap-3">
        <h2 id="datasets-heading" className="font-semibold text-lg">
          {t.datasets.listLabel}{' '}
          <span role="status" className="ml-1 font-normal text-base text-muted">
            {t.datasets.found(found.length)}
          </span>
        </h2>
        <div className="w-full sm:w-72">
          <TextField
            type="search"
            aria-keyshortcuts="/"
            label={t.datasets.search}
            value={search}
            onChange={(event) => onSearch(event.target.value)}
          />
        </div>
      </div>
      {found.length === 0 ? (
        <div className="w-full">
          <EmptyState>
            <p>{t.datasets.nothingFound(text)}</p>
            <Button onClick={() => onSearch('')}>{t.datasets.clearSearch}</Button>
          </EmptyState>
        </div>
      ) : (
        <ul className="w-full divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface">
          {found.map((group) => (
            <DatasetGroupItem key={group.name} group={group} />
          ))}
        </ul>
      )}
      <LoadMore pages={datasets} />
    </section>
  )
}
