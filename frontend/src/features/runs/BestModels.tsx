import type { ReactNode } from 'react'
import { IntervalStrip } from '@/charts/IntervalStrip'
import { markOf } from '@/charts/marks'
import { Card } from '@/components/ui/Card'
import { useI18n } from '@/i18n/I18nProvider'
import type { Run } from './api'
import { type BestModel, bestModels } from './bestModels'
import { rangeOf } from './mainScore'
import { ScoreDelta } from './ScoreDelta'

const SHOWN = 6

interface BestModelsProps {
  runs: readonly Run[]
  /** Leads to a run. */
  renderLink: (run: Run, name: string) => ReactNode
  actions?: ReactNode
}

/** For each dataset and target the model that leads, with its interval and its distance to the baseline. */
export function BestModels({ runs, renderLink, actions }: BestModelsProps) {
  const { t } = useI18n()
  const best = bestModels(runs)
  if (best.length === 0) return null
  return (
    <Card title={t.overview.best} actions={actions}>
      <p className="-mt-2 text-muted text-sm">{t.overview.bestHint}</p>
      <ul className="divide-y divide-line border-line border-y">
        {best.slice(0, SHOWN).map((one) => (
          <BestModelItem key={one.run.id} best={one} renderLink={renderLink} />
        ))}
      </ul>
    </Card>
  )
}

function BestModelItem(props: { best: BestModel; renderLink: BestModelsProps['renderLink'] }) {
  const { t, format } = useI18n()
  const { run, score, among } = props.best
  const metric = t.runs.metrics[score.metric] ?? score.metric
  return (
    <li className="grid items-center gap-x-6 gap-y-1 py-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,14rem)_12.5rem]">
      <div className="grid min-w-0 gap-0.5">
        <p className="min-w-0 break-words font-medium">
          {run.dataset_name} <span className="text-muted">→ {run.target}</span>
        </p>
        <p className="text-muted text-sm">
          {props.renderLink(run, t.runs.models[run.model_type] ?? run.model_type)},{' '}
          {t.datasets.version(run.dataset_version)} · {t.overview.among(among)}
        </p>
      </div>
      <IntervalStrip
        words={t.overview.strip(
          metric,
          format.score(score.value),
          score.interval && `${format.score(score.interval.low)} – ${format.score(score.interval.high)}`,
          score.baseline === undefined ? undefined : format.score(score.baseline),
        )}
        value={score.value}
        mark={markOf(run.id)}
        interval={score.interval}
        baseline={score.baseline}
        domain={rangeOf(score)}
      />
      <p className="flex flex-wrap items-baseline gap-x-2 sm:justify-end">
        <span className="text-muted text-xs">{metric}</span>
        <span className="font-medium font-mono text-lg">{format.score(score.value)}</span>
        <ScoreDelta {...score} />
      </p>
    </li>
  )
}
