import { getRouteApi, Link } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { buttonClass } from '@/components/ui/Button'
import { PageHeading } from '@/components/ui/PageHeading'
import { useArtifacts } from '@/features/artifacts/api'
import { Leaderboard } from '@/features/runs/leaderboard/Leaderboard'
import { readLeaderboardSearch } from '@/features/runs/leaderboard/search'
import { useI18n } from '@/i18n/I18nProvider'
import { toRun } from './toRun'

const route = getRouteApi('/signed-in/leaderboard')

/** Who leads on which dataset. The contest and its score are in the address. */
export function LeaderboardPage() {
  const { t } = useI18n()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const artifacts = useArtifacts().data
  // Old models make room for new ones; their runs stay.
  const kept = useMemo(() => new Set(artifacts?.map(({ id }) => id)), [artifacts])
  const toModel = useCallback(
    (id: string, name: string) =>
      kept.has(id) ? (
        <Link
          to="/artifacts/$id/predict"
          params={{ id }}
          aria-label={t.leaderboard.predictWith(name)}
          className="text-action underline-offset-4 hover:underline"
        >
          {t.leaderboard.predict}
        </Link>
      ) : (
        <span className="text-muted">{t.leaderboard.noModel}</span>
      ),
    [kept, t],
  )
  return (
    <>
      <PageHeading title={t.leaderboard.title}>{t.leaderboard.lead}</PageHeading>
      <Leaderboard
        search={search}
        onSearch={(next) => void navigate({ search: readLeaderboardSearch({ ...next }) })}
        onOpen={(id) => void navigate({ to: '/training/$id', params: { id } })}
        renderLink={toRun}
        renderModel={toModel}
        emptyAction={
          <Link to="/training/new" className={buttonClass('primary')}>
            {t.runsTable.emptyAction}
          </Link>
        }
      />
    </>
  )
}
