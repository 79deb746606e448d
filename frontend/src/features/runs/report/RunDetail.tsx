import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useMemo } from 'react'
import { Bars } from '@/charts/Bars'
import { Card } from '@/components/ui/Card'
import { English } from '@/components/ui/English'
import { Failure } from '@/components/ui/Failure'
import { Notice } from '@/components/ui/Notice'
import { SectionNav } from '@/components/ui/SectionNav'
import { SkeletonRows } from '@/components/ui/Skeleton'
import { useI18n } from '@/i18n/I18nProvider'
import { type RunWithReport, runQuery } from '../detail'
import { ActualPredicted } from './ActualPredicted'
import { Confusion } from './Confusion'
import { Curves } from './Curves'
import { Facts } from './Facts'
import { LearningCurve } from './LearningCurve'
import { Parameters } from './Parameters'
import { PartialDependence } from './PartialDependence'
import { Section } from './Section'
import { partsOf } from './sections'
import { VerdictCard } from './VerdictCard'
import { Warnings } from './Warnings'

/** What stands below what is read first, and brings much code along. */
const ClassReport = lazy(async () => ({ default: (await import('./ClassReport')).ClassReport }))
const Calibration = lazy(async () => ({ default: (await import('./Calibration')).Calibration }))
const Trials = lazy(async () => ({ default: (await import('./Trials')).Trials }))

interface RunDetailProps {
  id: string
  /** Leads to the dataset of a run. */
  renderDataset: (run: RunWithReport['run']) => ReactNode
  /** The model's files, and how to get the same by the API. */
  renderFiles: (answer: RunWithReport) => ReactNode
}

/** A run as a report: what came out, where it errs, what it relies on, how it was found and made, what one gets. */
export function RunDetail({ id, ...slots }: RunDetailProps) {
  const run = useQuery(runQuery(id))
  if (run.isPending) return <SkeletonRows rows={8} />
  if (run.isError) return <Failure error={run.error} onRetry={() => void run.refetch()} />
  return <Loaded answer={run.data} {...slots} />
}

function Loaded({ answer, ...slots }: Omit<RunDetailProps, 'id'> & { answer: RunWithReport }) {
  const { t } = useI18n()
  const { run, warnings, report } = answer
  const parts = useMemo(
    () => partsOf(answer).map((id) => ({ id, title: t.run.parts[id].title })),
    [answer, t],
  )
  return (
    <div className="grid min-w-0 gap-8">
      <SectionNav label={t.run.partsLabel} sections={parts} />
      {parts.map(({ id, title }) => (
        <Section key={id} id={id} title={title} lead={t.run.parts[id].lead}>
          {id === 'result' && (
            <>
              {run.fallback_reason && (
                <Notice tone="warn">
                  <p>
                    {t.runs.usedLight} <English>{run.fallback_reason}</English>
                  </p>
                </Notice>
              )}
              <VerdictCard {...answer} />
              <Warnings warnings={warnings} />
            </>
          )}
          {id === 'errors' && <Errors {...answer} />}
          {id === 'columns' && <Columns {...answer} />}
          {id === 'search' && (
            <>
              {report.search && (
                <Suspense fallback={<SkeletonRows rows={6} />}>
                  <Trials search={report.search} />
                </Suspense>
              )}
              <LearningCurve points={report.learning_curve} task={report.task} />
            </>
          )}
          {id === 'made' && (
            <div className="grid items-start gap-4 lg:grid-cols-2">
              <Facts {...answer} dataset={slots.renderDataset(run)} />
              <Parameters parameters={run.parameters} />
            </div>
          )}
          {id === 'files' && slots.renderFiles(answer)}
        </Section>
      ))}
    </div>
  )
}

/** Where the model is wrong, and how. */
function Errors({ details, report }: RunWithReport) {
  return (
    <>
      <ActualPredicted samples={details.samples} />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <Confusion matrix={details.confusion_matrix} />
        {details.per_class && (
          <Suspense fallback={<SkeletonRows rows={5} />}>
            <ClassReport classes={details.per_class} />
          </Suspense>
        )}
      </div>
      <Curves roc={details.roc_curve} pr={details.pr_curve} />
      {details.calibration && (
        <Suspense fallback={<SkeletonRows rows={8} />}>
          <Calibration calibration={details.calibration} labels={report.labels} />
        </Suspense>
      )}
    </>
  )
}

/** What the model looks at, and what it makes of it. */
function Columns({ importance, report }: RunWithReport) {
  const { t, format } = useI18n()
  return (
    <>
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
      <PartialDependence report={report} />
    </>
  )
}
