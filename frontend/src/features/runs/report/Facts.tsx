import type { ReactNode } from 'react'
import { Card } from '@/components/ui/Card'
import { CopyButton } from '@/components/ui/CopyButton'
import { Moment } from '@/components/ui/Moment'
import { useI18n } from '@/i18n/I18nProvider'
import type { RunWithReport } from '../detail'

/** On which data the run was made, when, with what, how long it took and what it cost. */
export function Facts({ run, report, dataset }: RunWithReport & { dataset: ReactNode }) {
  const { t, format } = useI18n()
  const validation = report.cross_validation
  const facts: [string, ReactNode][] = [
    [t.runs.dataset, dataset],
    [t.newTraining.target, <span className="break-all font-mono">{report.target}</span>],
    [t.newTraining.task, t.newTraining[report.task]],
    [t.run.trainRows, format.whole(report.n_train)],
    [t.run.testRows, format.whole(report.n_test)],
    [t.run.columnsUsed, format.whole(report.n_features)],
    ...(validation
      ? [
          [
            t.run.validation(validation.scores.length),
            <span className="font-mono">
              {t.runs.metrics[validation.metric] ?? validation.metric} {format.score(validation.mean)} ±
              {format.score(validation.std)}
            </span>,
          ] satisfies [string, ReactNode],
        ]
      : []),
    [t.metrics.finished, <Moment iso={run.created_at} />],
    [t.run.took, format.duration(run.duration_ms)],
    [t.runs.cost, format.price(run.cost_usd)],
    [t.run.engine, report.engine_version],
    [
      t.run.dataHash,
      <span className="inline-flex flex-wrap items-center gap-0.5 font-mono">
        {report.dataset_sha256.slice(0, 12)}…
        <CopyButton text={report.dataset_sha256} label={t.run.copyHash} />
      </span>,
    ],
  ]
  return (
    <Card>
      <h3 className="font-medium">{t.run.facts}</h3>
      <dl className="grid grid-cols-[minmax(0,max-content)_minmax(7.5rem,1fr)] gap-x-6 gap-y-1.5">
        {facts.map(([name, value]) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid items-center">
            <dt className="break-words text-muted">{name}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {report.dropped_columns.length > 0 && (
        <div className="grid gap-1 border-line border-t pt-4">
          <h4 className="text-muted">{t.run.dropped}</h4>
          <ul className="grid gap-1">
            {report.dropped_columns.map(({ column, reason }) => (
              <li key={column} className="break-words">
                <span className="font-mono">{column}</span>{' '}
                <span lang="en" className="text-muted text-sm">
                  {reason}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  )
}
