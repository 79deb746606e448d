import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Card } from '@/components/ui/Card'
import { Failure } from '@/components/ui/Failure'
import { Select } from '@/components/ui/Select'
import { SkeletonRows } from '@/components/ui/Skeleton'
import { useI18n } from '@/i18n/I18nProvider'
import { type Dataset, useDatasets } from './api'
import { useProfile } from './detail'
import type { Profile } from './profile'
import { VersionComparison } from './VersionComparison'

/** The versions of a name: one at a time beside the one that is shown. */
export function VersionList({ dataset, profile }: { dataset: Dataset; profile: Profile }) {
  const { t, format } = useI18n()
  const datasets = useDatasets()
  const [wanted, setWanted] = useState<string>()
  const others = (datasets.data ?? []).filter(
    ({ name, id, status }) => name === dataset.name && id !== dataset.id && status === 'READY',
  )
  // Newest first: the one before this, unless there is none.
  const usual = others.find(({ version }) => version < dataset.version) ?? others.at(-1)
  const other = others.find(({ id }) => id === wanted) ?? usual
  if (!other) return <p className="text-muted">{t.dataset.oneVersion}</p>
  return (
    <Card>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <div className="w-full sm:w-72">
          <Select
            label={t.dataset.comparedWith}
            value={other.id}
            options={others.map(({ id, version, rows, created_at }) => ({
              value: id,
              label: t.datasets.version(version),
              detail: [rows != null && t.datasets.rows(rows), format.day(created_at)]
                .filter(Boolean)
                .join(' · '),
            }))}
            onChange={setWanted}
          />
        </div>
        <Link
          to="/datasets/$id"
          params={{ id: other.id }}
          search={{ view: 'versions' }}
          className="inline-flex min-h-9 items-center text-action underline-offset-4 hover:underline"
        >
          {t.dataset.openVersion(other.version)}
        </Link>
      </div>
      {other.sha256 === dataset.sha256 ? (
        <p className="text-muted">{t.dataset.sameContent}</p>
      ) : (
        <Difference dataset={dataset} profile={profile} other={other} />
      )}
    </Card>
  )
}

/** What is different, from the older version to the newer, whichever of them is shown. */
function Difference(props: { dataset: Dataset; profile: Profile; other: Dataset }) {
  const { dataset, profile, other } = props
  const read = useProfile(other.id)
  if (read.isPending) return <SkeletonRows rows={4} />
  if (read.isError) return <Failure error={read.error} onRetry={() => void read.refetch()} />
  const [here, there] = [
    { version: dataset.version, profile },
    { version: other.version, profile: read.data },
  ]
  const [before, after] = other.version < dataset.version ? [there, here] : [here, there]
  return <VersionComparison key={other.id} before={before} after={after} />
}
