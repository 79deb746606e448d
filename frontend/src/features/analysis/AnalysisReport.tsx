import { Card } from '@/components/ui/Card'
import { Failure } from '@/components/ui/Failure'
import { SkeletonRows } from '@/components/ui/Skeleton'
import { WarningList } from '@/components/ui/WarningList'
import { useI18n } from '@/i18n/I18nProvider'
import { type Analysis, useAnalysis } from './api'
import { CorrelationMap } from './CorrelationMap'
import { DriftTable } from './DriftTable'
import { TargetBars } from './TargetBars'

/** Warnings that the profile of a dataset has not. */
const OWN_WARNINGS = new Set([
  'leakage',
  'redundant',
  'drift',
  'class-imbalance',
  'singleton-class',
  'target-missing',
])

/** What an analysis found. */
export function AnalysisReport({ id }: { id: string }) {
  const analysis = useAnalysis(id)
  if (analysis.isPending) return <SkeletonRows rows={8} />
  if (analysis.isError) return <Failure error={analysis.error} onRetry={() => void analysis.refetch()} />
  return <Loaded analysis={analysis.data} />
}

function Loaded({ analysis }: { analysis: Analysis }) {
  const { t } = useI18n()
  const { target, drift, correlations, compare_to: other } = analysis
  const warnings = analysis.warnings.filter(({ kind }) => OWN_WARNINGS.has(kind))
  return (
    <div className="grid gap-4">
      {warnings.length > 0 && (
        <Card title={t.analysis.warnings}>
          <WarningList warnings={warnings} />
        </Card>
      )}
      {target && (
        <Card>
          <TargetBars target={target} />
        </Card>
      )}
      {drift && (
        <Card
          title={t.analysis.drift(
            other ? `${other.dataset_name} · ${t.datasets.version(other.dataset_version)}` : '',
          )}
        >
          <DriftTable drift={drift} />
        </Card>
      )}
      <Card>
        <CorrelationMap correlations={correlations} />
      </Card>
      <Card title={t.analysis.duplicates}>
        <DuplicateRows duplicates={analysis.duplicates} />
      </Card>
    </div>
  )
}

function DuplicateRows({ duplicates: { rows, examples } }: { duplicates: Analysis['duplicates'] }) {
  const { t } = useI18n()
  if (rows === 0) return <p className="text-muted">{t.analysis.noDuplicates}</p>
  return (
    <>
      <p>{t.analysis.duplicateRows(rows)}</p>
      <ul className="flex flex-wrap gap-x-6 gap-y-1 text-muted text-sm">
        {examples.map(({ row, first }) => (
          <li key={row}>{t.analysis.duplicateRow(row, first)}</li>
        ))}
        {rows > examples.length && <li>{t.analysis.more(rows - examples.length)}</li>}
      </ul>
    </>
  )
}
