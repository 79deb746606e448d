import { useQuery } from '@tanstack/react-query'
import { Bars } from '@/charts/Bars'
import { Card } from '@/components/ui/Card'
import { Failure } from '@/components/ui/Failure'
import { Notice } from '@/components/ui/Notice'
import { SkeletonRows } from '@/components/ui/Skeleton'
import { Stat, Stats } from '@/components/ui/Stat'
import { useI18n } from '@/i18n/I18nProvider'
import { ActualPredicted } from './ActualPredicted'
import { Confusion } from './Confusion'
import { Curves } from './Curves'
import { type RunWithReport, runQuery } from './detail'
import { mainScore } from './mainScore'
import { Parameters } from './Parameters'
import { ScoreDelta } from './ScoreDelta'

/** Everything that was measured of one run, and what it was made with. */
export function RunDetail({ id }: { id: string }) {
  const run = useQuery(runQuery(id))
  if (run.isPending) return <SkeletonRows rows={8} />
  if (run.isError) return <Failure error={run.error} onRetry={() => void run.refetch()} />
  return <Loaded {...run.data} />
}

function Loaded({ run, details, report, importance, warnings }: RunWithReport) {
  const { t, format } = useI18n()
  const score = mainScore(run)
  const interval = score?.interval
  return (
    <div className="grid gap-4">
      {run.fallback_reason && <Notice tone="warn">{t.runs.usedLight(run.fallback_reason)}</Notice>}
      <Card title={t.run.scores}>
        {report.verdict && <p>{report.verdict.detail}</p>}
        <Stats>
          {Object.entries(run.metrics).map(
            ([name, value]) =>
              typeof value === 'number' && (
                <Stat
                  key={name}
                  label={t.runs.metrics[name] ?? name}
                  value={format.score(value)}
                  detail={<Beside run={run} metric={name} value={value} />}
                />
              ),
          )}
        </Stats>
        {interval && (
          <p>
            {t.runs.interval(format.percent(interval.level))}, {t.runs.metrics[score.metric] ?? score.metric}:{' '}
            <span className="font-mono">
              {format.score(interval.low)} – {format.score(interval.high)}
            </span>
          </p>
        )}
        <p className="text-muted text-sm">
          {t.run.measuredOn(report.n_test, report.n_train, report.n_features)}{' '}
          {format.duration(run.duration_ms)} · {format.price(run.cost_usd)}
        </p>
      </Card>
      {warnings.length > 0 && (
        <Card title={t.run.warnings}>
          <ul className="grid list-disc gap-1 pl-5">
            {warnings.map((warning) => (
              <li key={`${warning.kind} ${warning.column}`}>
                {warning.column && <span className="font-medium font-mono">{warning.column}: </span>}
                {warning.detail}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <ActualPredicted samples={details.samples} />
      <Confusion matrix={details.confusion_matrix} />
      <Curves roc={details.roc_curve} pr={details.pr_curve} />
      {importance.length > 0 && (
        <Card>
          <Bars
            title={t.run.importance}
            description={t.run.importanceHint}
            bars={importance.map(({ feature, mean, std }) => ({ label: feature, value: mean, spread: std }))}
            valueTitle={t.run.importanceValue}
            labelTitle={t.run.column}
            spreadTitle={t.run.spread}
            format={format.score}
          />
        </Card>
      )}
      <Parameters parameters={run.parameters} />
    </div>
  )
}

/** The baseline's value of the same score, and the distance to it. */
function Beside({ run, metric, value }: { run: RunWithReport['run']; metric: string; value: number }) {
  const { t, format } = useI18n()
  const baseline = run.baseline.metrics[metric]
  if (baseline === undefined) return t.runs.noBaseline
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {t.run.baselineIs(format.score(baseline))}
      <ScoreDelta metric={metric} value={value} baseline={baseline} />
    </span>
  )
}
