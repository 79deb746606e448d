import type { ReactNode } from 'react'
import { markOf } from '@/charts/marks'
import { Swatch } from '@/charts/Swatch'
import { Card } from '@/components/ui/Card'
import { Moment } from '@/components/ui/Moment'
import { useI18n } from '@/i18n/I18nProvider'
import type { Run } from './api'
import { mainScore } from './mainScore'
import { ScoreDelta } from './ScoreDelta'

const SHOWN = 6

interface RecentRunsProps {
  runs: readonly Run[]
  /** Leads to a run. */
  renderLink: (run: Run, name: string) => ReactNode
  actions?: ReactNode
}

/** The newest trainings, a line or two each. */
export function RecentRuns({ runs, renderLink, actions }: RecentRunsProps) {
  const { t, format } = useI18n()
  return (
    <Card title={t.overview.recent} actions={actions}>
      <ul className="grid gap-3">
        {runs.slice(0, SHOWN).map((run) => {
          const score = mainScore(run)
          return (
            <li key={run.id} className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-baseline gap-x-2">
              <Swatch mark={markOf(run.id)} />
              <span className="min-w-0 break-words">
                {renderLink(run, t.runs.models[run.model_type] ?? run.model_type)}
              </span>
              <span className="flex items-baseline gap-1.5 font-mono">
                {score ? format.score(score.value) : '–'}
                {score && <ScoreDelta {...score} />}
              </span>
              <span className="col-start-2 col-end-4 flex min-w-0 justify-between gap-3 text-muted text-xs">
                <span className="truncate">
                  {run.dataset_name} → {run.target}
                </span>
                <Moment iso={run.created_at} />
              </span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
