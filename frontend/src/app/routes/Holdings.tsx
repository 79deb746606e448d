import { Card } from '@/components/ui/Card'
import { Stat, Stats } from '@/components/ui/Stat'
import { useArtifacts } from '@/features/artifacts/api'
import type { Dataset } from '@/features/datasets/api'
import type { Run } from '@/features/runs/api'
import { useI18n } from '@/i18n/I18nProvider'

interface HoldingsProps {
  datasets: readonly Dataset[]
  runs: readonly Run[]
  /** Whether there are more runs than these. */
  moreRuns: boolean
}

/** What is stored, and what it has cost. */
export function Holdings({ datasets, runs, moreRuns }: HoldingsProps) {
  const { t, format } = useI18n()
  const artifacts = useArtifacts()
  const bytes = datasets.reduce((sum, { size_bytes }) => sum + size_bytes, 0)
  const spent = runs.reduce((sum, { cost_usd }) => sum + cost_usd, 0)
  const pinned = artifacts.data?.filter((artifact) => artifact.pinned).length ?? 0
  const orMore = (count: number, more: boolean) => `${format.whole(count)}${more ? '+' : ''}`
  return (
    <Card title={t.overview.holdings}>
      <Stats>
        <Stat
          label={t.overview.datasets}
          value={format.whole(datasets.length)}
          detail={t.overview.stored(format.bytes(bytes))}
        />
        <Stat
          label={t.overview.models}
          value={artifacts.data ? orMore(artifacts.data.length, artifacts.hasNextPage) : '–'}
          detail={t.overview.pinned(pinned)}
        />
        <Stat label={t.overview.trainings} value={orMore(runs.length, moreRuns)} />
        <Stat
          label={t.overview.spent}
          value={format.price(spent)}
          detail={moreRuns ? t.overview.spentOfNewest(runs.length) : t.overview.spentHint}
        />
      </Stats>
    </Card>
  )
}
