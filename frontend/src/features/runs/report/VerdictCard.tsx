import { CircleAlert, CircleCheck } from 'lucide-react'
import { markOf } from '@/charts/marks'
import { Card } from '@/components/ui/Card'
import { Stat, Stats } from '@/components/ui/Stat'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import type { RunWithReport } from '../detail'
import { mainScore } from '../mainScore'
import { ScoreDelta } from '../ScoreDelta'
import { ScoreLine } from './ScoreLine'
import { standingOf } from './verdict'

/** What came out: the score that counts, between what and what it probably is, and whether it beats the baseline. */
export function VerdictCard({ run, report }: RunWithReport) {
  const { t, format } = useI18n()
  const score = mainScore(run)
  const others = Object.entries(run.metrics).filter(([name]) => name !== score?.metric)
  return (
    <Card className="gap-6">
      <Verdict report={report} />
      {score && (
        <div className="grid items-center gap-x-10 gap-y-4 lg:grid-cols-[auto_minmax(0,1fr)]">
          <div className="grid gap-1">
            <p className="text-muted">{t.runs.metrics[score.metric] ?? score.metric}</p>
            <p className="flex flex-wrap items-center gap-x-3">
              <span className="font-medium font-mono text-4xl tracking-tight">
                {format.score(score.value)}
              </span>
              <ScoreDelta {...score} />
            </p>
          </div>
          <ScoreLine score={score} mark={markOf(run.id)} />
        </div>
      )}
      {others.length > 0 && (
        <div className="border-line border-t pt-5">
          <Stats>
            {others.map(([name, value]) => (
              <Stat
                key={name}
                label={t.runs.metrics[name] ?? name}
                value={format.score(value)}
                detail={<Beside baseline={run.baseline.metrics[name]} metric={name} value={value} />}
              />
            ))}
          </Stats>
        </div>
      )}
      <p className="text-muted text-sm">
        {t.run.measuredOn(report.n_test, report.n_train, report.n_features)}
      </p>
    </Card>
  )
}

/** The verdict in words, and by how much. */
function Verdict({ report }: Pick<RunWithReport, 'report'>) {
  const { t, format } = useI18n()
  const { verdict, search } = report
  if (!verdict) return null
  const standing = standingOf(verdict)
  const won = standing.startsWith('won')
  const Sign = won ? CircleCheck : CircleAlert
  const runnerUp = search?.runner_up?.model_type
  const compared = [
    { name: t.run.theBaseline, comparison: verdict.baseline },
    ...(verdict.runner_up
      ? [{ name: t.run.theRunnerUp(t.runs.models[runnerUp ?? ''] ?? ''), comparison: verdict.runner_up }]
      : []),
  ]
  return (
    <div className="grid gap-2">
      <p className="flex items-start gap-2 text-balance font-semibold text-lg">
        <Sign
          aria-hidden="true"
          className={cx('mt-0.5 size-5 shrink-0', won ? 'text-good' : 'text-warn')}
          strokeWidth={2.25}
        />
        {t.run.standings[standing]}
      </p>
      <ul className="grid gap-0.5 text-muted text-sm">
        {compared.map(({ name, comparison: { metric, gain, low, high, level } }) => (
          <li key={name}>
            {t.run.ahead(
              t.runs.metrics[metric] ?? metric,
              name,
              format.delta(gain),
              format.percent(level),
              format.delta(low),
              format.delta(high),
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The baseline's value of the same score, and the distance to it. */
function Beside(props: { baseline: number | undefined; metric: string; value: number }) {
  const { t, format } = useI18n()
  const { baseline, metric, value } = props
  if (baseline === undefined) return t.runs.noBaseline
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {t.run.baselineIs(format.score(baseline))}
      <ScoreDelta metric={metric} value={value} baseline={baseline} />
    </span>
  )
}
