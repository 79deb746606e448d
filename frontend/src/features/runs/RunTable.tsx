import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/EmptyState'
import { Failure } from '@/components/ui/Failure'
import { LoadMore } from '@/components/ui/LoadMore'
import { Moment } from '@/components/ui/Moment'
import { useI18n } from '@/i18n/I18nProvider'
import { type Run, useRuns } from './api'
import { mainScore } from './mainScore'
import { GainCell, IntervalCell, ScoreCell } from './ScoreCells'

/** Every finished training. `highlighted` is the run that somebody came to see. */
export function RunTable(props: {
  highlighted: string | undefined
  emptyAction: ReactNode
  /** Leads from a run's name to the run. */
  renderLink: (run: Run, name: string) => ReactNode
}) {
  const { t } = useI18n()
  const runs = useRuns()
  if (runs.isPending) return <p role="status">{t.app.loading}</p>
  if (runs.isError) return <Failure error={runs.error} onRetry={() => void runs.refetch()} />
  if (runs.data.length === 0) {
    return (
      <EmptyState>
        <p>{t.runs.empty}</p>
        {props.emptyAction}
      </EmptyState>
    )
  }
  return (
    <div className="grid justify-items-start gap-4">
      <section
        aria-label={t.runs.listLabel}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys
        tabIndex={0}
        className="relative w-full overflow-x-auto rounded-xl border border-line bg-surface"
      >
        <table className="w-full border-collapse text-left">
          <caption className="sr-only">{t.runs.listLabel}</caption>
          <thead className="border-line border-b text-muted text-sm">
            <tr>
              <Heading>{t.runs.model}</Heading>
              <Heading numeric>{t.runs.score}</Heading>
              <Heading numeric>{t.runs.baseline}</Heading>
              <Heading numeric>{t.runs.intervalShort}</Heading>
              <Heading>{t.runs.dataset}</Heading>
              <Heading numeric>{t.runs.cost}</Heading>
              <Heading numeric>{t.runs.duration}</Heading>
              <Heading>{t.runs.finished}</Heading>
            </tr>
          </thead>
          <tbody>
            {runs.data.map((run) => (
              <RunRow
                key={run.id}
                run={run}
                highlighted={run.id === props.highlighted}
                renderLink={props.renderLink}
              />
            ))}
          </tbody>
        </table>
      </section>
      <LoadMore pages={runs} />
    </div>
  )
}

function Heading(props: { numeric?: boolean; children: ReactNode }) {
  return (
    <th
      scope="col"
      className={`whitespace-nowrap px-4 py-2.5 font-medium ${props.numeric ? 'text-right' : ''}`}
    >
      {props.children}
    </th>
  )
}

function RunRow(props: {
  run: Run
  highlighted: boolean
  renderLink: (run: Run, name: string) => ReactNode
}) {
  const { run, highlighted, renderLink } = props
  const { t, format } = useI18n()
  const score = mainScore(run)
  return (
    <tr
      aria-current={highlighted || undefined}
      className="border-line border-t first:border-t-0 aria-[current]:bg-sunken"
    >
      <th scope="row" className="px-4 py-3 align-top font-medium">
        {renderLink(run, t.runs.models[run.model_type] ?? run.model_type)}
        {run.fallback_reason && (
          <p className="max-w-72 font-normal text-sm text-warn">{t.runs.usedLight(run.fallback_reason)}</p>
        )}
      </th>
      <ScoreCell score={score} />
      <GainCell score={score} />
      <IntervalCell score={score} />
      <td className="min-w-44 px-4 py-3 align-top">
        <span className="break-all">{run.dataset_name}</span>
        <p className="text-muted text-sm">
          {t.datasets.version(run.dataset_version)}, {t.runs.predicts(run.target)}
        </p>
      </td>
      <td className="whitespace-nowrap px-4 py-3 text-right align-top tabular-nums">
        {format.price(run.cost_usd)}
      </td>
      <td className="whitespace-nowrap px-4 py-3 text-right align-top tabular-nums">
        {format.duration(run.duration_ms)}
      </td>
      <td className="px-4 py-3 align-top">
        <Moment iso={run.created_at} />
      </td>
    </tr>
  )
}
