import { Trophy } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useMemo } from 'react'
import { LineChart } from '@/charts/LineChart'
import { markAt } from '@/charts/marks'
import { Card } from '@/components/ui/Card'
import { EmptyState } from '@/components/ui/EmptyState'
import { Failure } from '@/components/ui/Failure'
import { Notice } from '@/components/ui/Notice'
import { Select } from '@/components/ui/Select'
import { SkeletonRows } from '@/components/ui/Skeleton'
import { Switch } from '@/components/ui/Switch'
import { useI18n } from '@/i18n/I18nProvider'
import { METRICS } from '@/lib/scores'
import { type Run, useRuns } from '../api'
import { mainScore } from '../mainScore'
import { RunsExtent } from '../RunsExtent'
import { type Board, boardsOf, splitsOf } from './boards'
import { Podium } from './Podium'
import { bestSoFar, levelWithFirst, type Ranked, rankRuns } from './rank'
import type { LeaderboardSearch } from './search'

/** Comes after the podium, which is seen first. */
const RankTable = lazy(() => import('./RankTable').then((module) => ({ default: module.RankTable })))

interface LeaderboardProps {
  search: LeaderboardSearch
  onSearch: (search: LeaderboardSearch) => void
  onOpen: (id: string) => void
  renderLink: (id: string, name: string) => ReactNode
  renderModel: (artifactId: string, name: string) => ReactNode
  emptyAction: ReactNode
}

/** Who leads on which dataset, and whether that is more than chance. */
export function Leaderboard({ emptyAction, ...props }: LeaderboardProps) {
  const { t } = useI18n()
  const runs = useRuns()
  const boards = useMemo(() => boardsOf(runs.data ?? []), [runs.data])
  const board = boards.find(({ id }) => id === props.search.board) ?? boards[0]
  if (runs.isPending) return <SkeletonRows rows={8} />
  if (runs.isError && !board) return <Failure error={runs.error} onRetry={() => void runs.refetch()} />
  if (!board) {
    return (
      <EmptyState icon={Trophy} title={t.leaderboard.emptyTitle}>
        <p className="max-w-prose">{t.leaderboard.emptyLead}</p>
        {emptyAction}
      </EmptyState>
    )
  }
  return (
    <>
      <RunsExtent />
      <Ranking board={board} boards={boards} {...props} />
    </>
  )
}

function Ranking(props: Omit<LeaderboardProps, 'emptyAction'> & { board: Board; boards: readonly Board[] }) {
  const { board, boards, search, onSearch } = props
  const { t, format } = useI18n()
  const metrics = METRICS[board.task].filter((metric) => board.runs.some(({ metrics }) => metric in metrics))
  const usual = useMemo(() => usualMetric(board), [board])
  const metric = metrics.find((one) => one === search.metric) ?? usual
  const all = useMemo(() => rankRuns(board.runs, metric), [board, metric])
  const ranked = useMemo(
    () => (search.families ? rankRuns(bestOfFamilies(all, board.runs), metric) : all),
    [all, search.families, board, metric],
  )
  const line = useMemo(() => bestSoFar(board.runs, metric), [board, metric])
  const splits = useMemo(() => splitsOf(board.runs), [board])
  const level = levelWithFirst(ranked, metric)
  const title = t.runs.metrics[metric] ?? metric
  return (
    <>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <div className="w-full sm:w-96">
          <Select
            label={t.leaderboard.board}
            value={board.id}
            options={boards.map((one) => ({
              value: one.id,
              label: `${one.dataset} ${t.runsTable.versionShort(one.version)} → ${one.target}`,
              detail: t.leaderboard.trainings(one.runs.length),
            }))}
            onChange={(id) => onSearch({ ...(search.families && { families: true }), board: id })}
          />
        </div>
        <Select
          label={t.leaderboard.metric}
          value={metric}
          options={metrics.map((value) => ({ value, label: t.runs.metrics[value] ?? value }))}
          onChange={(value) => onSearch({ ...search, metric: value })}
        />
        <Switch
          label={t.leaderboard.families}
          checked={search.families === true}
          onChange={(families) => onSearch({ ...search, families })}
        />
      </div>
      {splits > 1 && <Notice tone="warn">{t.leaderboard.splits(splits)}</Notice>}
      {ranked.length === 0 ? (
        <Notice tone="warn">{t.leaderboard.noScore(title)}</Notice>
      ) : (
        <>
          <p role="status" className="text-muted">
            {level > 0 ? t.leaderboard.notSure(level) : t.leaderboard.summary(ranked.length)}
          </p>
          <Podium ranked={ranked} metric={metric} renderLink={props.renderLink} />
          <Suspense fallback={<SkeletonRows rows={6} />}>
            <RankTable
              key={`${board.id} ${metric}`}
              ranked={ranked}
              metric={metric}
              onOpen={props.onOpen}
              renderLink={props.renderLink}
              renderModel={props.renderModel}
            />
          </Suspense>
          {line.length > 1 && (
            <Card>
              <LineChart
                title={t.leaderboard.bestSoFar(title)}
                description={t.leaderboard.bestSoFarHint}
                x={{
                  label: t.runsTable.created,
                  kind: 'time',
                  format: (at) => format.moment(new Date(at).toISOString()),
                  formatTick: (at) => format.day(new Date(at).toISOString()),
                }}
                y={{ label: title, format: format.score }}
                series={[{ id: 'best', label: title, mark: markAt(0), points: line, step: true }]}
                height={220}
              />
            </Card>
          )}
        </>
      )}
    </>
  )
}

/** The score that most runs of a contest are judged by. */
function usualMetric(board: Board): string {
  const counts = new Map<string, number>()
  for (const run of board.runs) {
    const metric = mainScore(run)?.metric
    if (metric) counts.set(metric, (counts.get(metric) ?? 0) + 1)
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a)
  return first?.[0] ?? (METRICS[board.task][0] as string)
}

/** The best run of each family, in the order that runs come: newest first. */
function bestOfFamilies(ranked: readonly Ranked[], runs: readonly Run[]): Run[] {
  const best = new Map<string, Run>()
  for (const { run } of ranked) if (!best.has(run.model_type)) best.set(run.model_type, run)
  const kept = new Set(best.values())
  return runs.filter((run) => kept.has(run))
}
