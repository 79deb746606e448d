import { Trophy } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Card } from '@/components/ui/Card'
import { DataTable } from '@/components/ui/dataTable/DataTable'
import type { DataColumn, Sort } from '@/components/ui/dataTable/types'
import { useI18n } from '@/i18n/I18nProvider'
import { isError } from '@/lib/scores'
import type { Schemas } from '../detail'
import { FoldStrip, foldRange } from './FoldStrip'
import { type RankedTrial, rankTrials, settingsOf } from './trials'

/** Every configuration that a search tried, best first. */
export function Trials({ search }: { search: Schemas['Search'] }) {
  const { t, format } = useI18n()
  const { metric } = search
  const [sort, setSort] = useState<Sort>()
  const trials = useMemo(() => rankTrials(search.leaderboard), [search])
  const range = useMemo(() => foldRange(trials), [trials])
  const columns = useMemo(
    (): DataColumn<RankedTrial>[] => [
      { id: 'rank', title: t.run.rank, numeric: true, width: 78, sortBy: rankOf, render: rankOf },
      {
        id: 'family',
        title: t.runs.model,
        width: 180,
        rowHeader: true,
        sortBy: ({ model_type }) => t.runs.models[model_type] ?? model_type,
        render: (trial) => (
          <span className="inline-flex items-center gap-1.5">
            {trial.state === 'won' && <Trophy aria-hidden="true" className="size-4 shrink-0 text-good" />}
            <span className={trial.state === 'won' ? 'font-semibold' : ''}>
              {t.runs.models[trial.model_type] ?? trial.model_type}
            </span>
          </span>
        ),
      },
      {
        id: 'state',
        title: t.run.state,
        width: 110,
        sortBy: ({ state }) => t.run.trialStates[state],
        render: ({ state }) => t.run.trialStates[state],
      },
      {
        id: 'mean',
        title: t.runs.metrics[metric] ?? metric,
        numeric: true,
        width: 130,
        descendingFirst: !isError(metric),
        sortBy: ({ mean }) => mean ?? undefined,
        render: ({ mean, std }) => (
          <>
            {mean === null ? '–' : format.score(mean)}
            {std !== null && <span className="text-muted"> ±{format.score(std)}</span>}
          </>
        ),
      },
      {
        id: 'folds',
        title: t.run.foldScores,
        width: 150,
        render: ({ scores, state }) => (
          <FoldStrip scores={scores} range={range} format={format.score} strong={state === 'won'} />
        ),
      },
      {
        id: 'settings',
        title: t.run.parameters,
        width: 200,
        grows: true,
        render: (trial) => (
          <span className="font-mono text-xs" title={settingsOf(trial)}>
            {settingsOf(trial) || '–'}
          </span>
        ),
      },
      {
        id: 'rows',
        title: t.run.trialRows,
        numeric: true,
        width: 120,
        descendingFirst: true,
        sortBy: ({ rows }) => rows,
        render: ({ rows }) => format.whole(rows),
      },
      {
        id: 'work',
        title: t.run.work,
        numeric: true,
        width: 84,
        sortBy: ({ work }) => work,
        render: ({ work }) => format.percent(search.work > 0 ? work / search.work : 0),
      },
    ],
    [t, format, metric, range, search.work],
  )
  return (
    <Card>
      <div className="grid gap-0.5">
        <h3 className="font-medium">{t.run.trials(trials.length)}</h3>
        <p className="max-w-prose text-muted text-sm">{t.run.trialsHint(t.runs.metrics[metric] ?? metric)}</p>
      </div>
      <DataTable
        label={t.run.trialsLabel}
        rows={trials}
        keyOf={({ number }) => String(number)}
        columns={columns}
        sort={sort}
        onSortChange={setSort}
        className="max-h-128"
      />
    </Card>
  )
}

function rankOf({ rank }: RankedTrial): number {
  return rank
}
