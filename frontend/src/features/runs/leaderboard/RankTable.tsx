import { type ReactNode, useMemo, useState } from 'react'
import { markOf } from '@/charts/marks'
import { Swatch } from '@/charts/Swatch'
import { DataTable } from '@/components/ui/dataTable/DataTable'
import type { DataColumn, Sort } from '@/components/ui/dataTable/types'
import { Moment } from '@/components/ui/Moment'
import type { Messages } from '@/i18n/en'
import type { Format } from '@/i18n/format'
import { useI18n } from '@/i18n/I18nProvider'
import { goodness } from '../mainScore'
import { ScoreDelta } from '../ScoreDelta'
import { Change } from './Change'
import { Spark } from './Podium'
import type { Ranked } from './rank'
import { StandingWords } from './StandingWords'

interface RankTableProps {
  ranked: readonly Ranked[]
  metric: string
  onOpen: (id: string) => void
  renderLink: (id: string, name: string) => ReactNode
  /** Leads to what a run's model can do; nothing where the model is gone. */
  renderModel: (artifactId: string, name: string) => ReactNode
}

const keyOf = ({ run }: Ranked) => run.id

/** All ranks, however many. */
export function RankTable(props: RankTableProps) {
  const { ranked, metric, renderLink, renderModel } = props
  const { t, format } = useI18n()
  const [sort, setSort] = useState<Sort>({ column: 'rank', descending: false })
  const columns = useMemo(
    () => columnsOf({ t, format, metric, renderLink, renderModel }),
    [t, format, metric, renderLink, renderModel],
  )
  return (
    <DataTable
      label={t.leaderboard.table}
      rows={ranked}
      keyOf={keyOf}
      columns={columns}
      sort={sort}
      onSortChange={setSort}
      onOpen={({ run }) => props.onOpen(run.id)}
      renderCard={(one) => (
        <RankCard one={one} metric={metric} renderLink={renderLink} renderModel={renderModel} />
      )}
    />
  )
}

function columnsOf(context: {
  t: Messages
  format: Format
  metric: string
  renderLink: RankTableProps['renderLink']
  renderModel: RankTableProps['renderModel']
}): DataColumn<Ranked>[] {
  const { t, format, metric, renderLink, renderModel } = context
  const nameOf = ({ run }: Ranked) => t.runs.models[run.model_type] ?? run.model_type
  return [
    {
      id: 'rank',
      title: t.leaderboard.rank,
      width: 88,
      sortBy: ({ rank }) => rank,
      render: (one) => (
        <span className="flex items-center gap-2 font-mono font-semibold">
          {one.rank}
          <Change ranked={one} />
        </span>
      ),
    },
    {
      id: 'model',
      title: t.runs.model,
      width: 160,
      grows: true,
      rowHeader: true,
      sortBy: nameOf,
      render: (one) => (
        <span className="flex items-center gap-2">
          <Swatch mark={markOf(one.run.id)} />
          <span className="min-w-0 truncate">{renderLink(one.run.id, nameOf(one))}</span>
        </span>
      ),
    },
    {
      id: 'spark',
      title: t.runsTable.spark,
      width: 124,
      render: (one) => <Spark ranked={one} metric={metric} />,
    },
    {
      id: 'score',
      title: t.runs.metrics[metric] ?? metric,
      width: 132,
      numeric: true,
      descendingFirst: true,
      sortBy: ({ value }) => goodness(metric, value),
      render: ({ run, value }) => (
        <span className="flex items-center justify-end gap-2">
          <ScoreDelta metric={metric} value={value} baseline={run.baseline.metrics[metric]} />
          <span className="font-semibold">{format.score(value)}</span>
        </span>
      ),
    },
    {
      id: 'standing',
      title: t.leaderboard.standing,
      width: 310,
      grows: true,
      render: (one) => (
        <span className="text-muted">
          <StandingWords ranked={one} />
        </span>
      ),
    },
    {
      id: 'created',
      title: t.runsTable.created,
      width: 106,
      descendingFirst: true,
      sortBy: ({ run }) => Date.parse(run.created_at),
      render: ({ run }) => <Moment iso={run.created_at} />,
    },
    {
      id: 'use',
      title: t.leaderboard.model,
      width: 108,
      render: (one) => renderModel(one.run.artifact_id, nameOf(one)),
    },
  ]
}

function RankCard(props: Omit<RankTableProps, 'ranked' | 'onOpen'> & { one: Ranked }) {
  const { one: ranked, metric, renderLink, renderModel } = props
  const { t, format } = useI18n()
  const name = t.runs.models[ranked.run.model_type] ?? ranked.run.model_type
  return (
    <article className="grid gap-2 rounded-xl border border-line bg-surface p-3">
      <p className="flex items-center gap-2 font-medium">
        <span className="font-mono font-semibold">{ranked.rank}</span>
        <Change ranked={ranked} />
        <Swatch mark={markOf(ranked.run.id)} />
        <span className="min-w-0 flex-1 truncate">{renderLink(ranked.run.id, name)}</span>
        <span className="font-mono">{format.score(ranked.value)}</span>
      </p>
      <Spark ranked={ranked} metric={metric} />
      <p className="text-muted text-sm">
        <StandingWords ranked={ranked} />
      </p>
      <p className="flex items-center justify-between text-muted text-xs">
        <Moment iso={ranked.run.created_at} />
        {renderModel(ranked.run.artifact_id, name)}
      </p>
    </article>
  )
}
