import { Link } from '@tanstack/react-router'
import { Package } from 'lucide-react'
import { buttonClass } from '@/components/ui/Button'
import { EmptyState } from '@/components/ui/EmptyState'
import { Failure } from '@/components/ui/Failure'
import { LoadMore } from '@/components/ui/LoadMore'
import { SkeletonRows } from '@/components/ui/Skeleton'
import { useI18n } from '@/i18n/I18nProvider'
import { ArtifactItem } from './ArtifactItem'
import { useArtifacts } from './api'

/** Your models, newest first. */
export function ArtifactList() {
  const { t } = useI18n()
  const artifacts = useArtifacts()
  if (artifacts.isPending) return <SkeletonRows rows={5} />
  if (artifacts.isError) {
    return <Failure error={artifacts.error} onRetry={() => void artifacts.refetch()} />
  }
  if (artifacts.data.length === 0) {
    return (
      <EmptyState icon={Package} title={t.artifacts.emptyTitle}>
        <p className="max-w-prose">{t.artifacts.empty}</p>
        <Link to="/training/new" className={buttonClass('primary')}>
          {t.artifacts.emptyAction}
        </Link>
      </EmptyState>
    )
  }
  return (
    <div className="grid justify-items-start gap-4">
      <ul
        aria-label={t.artifacts.listLabel}
        className="w-full divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface"
      >
        {artifacts.data.map((artifact) => (
          <ArtifactItem key={artifact.id} artifact={artifact} />
        ))}
      </ul>
      <LoadMore pages={artifacts} />
    </div>
  )
}
