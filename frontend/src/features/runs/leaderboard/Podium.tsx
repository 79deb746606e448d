import type { ReactNode } from 'react'
import { markOf } from '@/charts/marks'
import { Swatch } from '@/charts/Swatch'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import { mainScore } from '../mainScore'
import { RunSpark } from '../RunSpark'
import { ScoreDelta } from '../ScoreDelta'
import { Change } from './Change'
import type { Ranked } from './rank'
import { StandingWords } from './StandingWords'

const PLACES = 3

interface PodiumProps {
  ranked: readonly Ranked[]
  metric: string
  renderLink: (id: string, name: string) => ReactNode
}

/** The best, large: rank, score, how far it is above the baseline, and whether that order is sure. */
export function Podium({ ranked, metric, renderLink }: PodiumProps) {
  const { t, format } = useI18n()
  return (
    <ol aria-label={t.leaderboard.podium} className="grid gap-3 md:grid-cols-3">
      {ranked.slice(0, PLACES).map((one) => (
        <li
          key={one.run.id}
          className={cx(
            'grid content-start gap-2 rounded-xl border bg-surface p-4',
            one.rank === 1 ? 'border-action' : 'border-line',
          )}
        >
          <div className="flex items-center gap-2">
            <span className="font-mono font-semibold text-2xl text-muted">{one.rank}</span>
            <Change ranked={one} />
            <span className="ml-auto font-medium font-mono text-2xl">{format.score(one.value)}</span>
          </div>
          <p className="flex items-center gap-2 font-medium">
            <Swatch mark={markOf(one.run.id)} />
            <span className="min-w-0 break-words">
              {renderLink(one.run.id, t.runs.models[one.run.model_type] ?? one.run.model_type)}
            </span>
            <span className="ml-auto">
              <ScoreDelta metric={metric} value={one.value} baseline={one.run.baseline.metrics[metric]} />
            </span>
          </p>
          <Spark ranked={one} metric={metric} />
          <p className="text-muted text-sm">
            <StandingWords ranked={one} />
          </p>
        </li>
      ))}
    </ol>
  )
}

/** The strip of a score, with its interval where it has one. */
export function Spark({ ranked, metric }: { ranked: Ranked; metric: string }) {
  const { run, value, interval } = ranked
  const baseline = run.baseline.metrics[metric]
  const main = mainScore(run)
  if (main?.metric === metric) return <RunSpark id={run.id} score={main} />
  return <RunSpark id={run.id} score={{ metric, value, baseline, gain: undefined, interval }} />
}
