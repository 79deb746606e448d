import { GitCompareArrows } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { marksOf } from '@/charts/marks'
import { Button } from '@/components/ui/Button'
import { EmptyState } from '@/components/ui/EmptyState'
import { Failure } from '@/components/ui/Failure'
import { Notice } from '@/components/ui/Notice'
import { SkeletonRows } from '@/components/ui/Skeleton'
import { Switch } from '@/components/ui/Switch'
import { useI18n } from '@/i18n/I18nProvider'
import type { RunWithReport } from '../detail'
import { idsOf } from '../table/search'
import { ChooseRuns } from './ChooseRuns'
import { CompareTable } from './CompareTable'
import { labelsOf } from './labels'
import type { Named } from './named'
import { OverlaidCurves } from './OverlaidCurves'
import { Residuals } from './Residuals'
import { RunHead } from './RunHead'
import { compareRows, differs, mismatchesOf } from './rows'
import { ScoreIntervals } from './ScoreIntervals'
import { type CompareSearch, MOST_COMPARED } from './search'
import { Together } from './Together'
import { useCompared } from './useCompared'

interface ComparisonProps {
  search: CompareSearch
  onSearch: (search: CompareSearch) => void
  renderLink: (id: string, name: string) => ReactNode
  /** Leads to where runs are chosen, beside the window that does so here. */
  emptyAction: ReactNode
}

/** Any number of runs side by side: what differs between them, and what came of it. */
export function Comparison({ search, onSearch, renderLink, emptyAction }: ComparisonProps) {
  const { t } = useI18n()
  const asked = useMemo(() => idsOf(search.runs), [search.runs])
  const ids = useMemo(() => asked.slice(0, MOST_COMPARED), [asked])
  const compared = useCompared(ids)
  const runs = useNamed(compared.runs)
  const without = (id: string) => onSearch({ ...search, runs: asked.filter((other) => other !== id).join() })
  if (ids.length === 0) {
    return (
      <EmptyState icon={GitCompareArrows} title={t.compare.emptyTitle}>
        <p className="max-w-prose">{t.compare.emptyLead}</p>
        <div className="flex flex-wrap justify-center gap-2">
          <ChooseRuns
            kind="primary"
            words={t.compare.choose}
            chosen={ids}
            onChoose={(chosen) => onSearch({ ...search, runs: chosen.join() })}
          />
          {emptyAction}
        </div>
      </EmptyState>
    )
  }
  return (
    <>
      {compared.error && <Failure error={compared.error} onRetry={compared.retry} />}
      {asked.length > ids.length && (
        <Notice tone="warn">{t.compare.tooMany(ids.length, asked.length)}</Notice>
      )}
      {compared.gone.length > 0 && (
        <Notice tone="warn">
          <p>{t.compare.gone(compared.gone.length)}</p>
          <div>
            <Button
              size="small"
              onClick={() =>
                onSearch({ ...search, runs: asked.filter((id) => !compared.gone.includes(id)).join() })
              }
            >
              {t.compare.removeGone}
            </Button>
          </div>
        </Notice>
      )}
      {compared.pending > 0 && <SkeletonRows rows={6} />}
      {compared.pending === 0 && runs.length > 0 && (
        <Loaded runs={runs} search={search} onSearch={onSearch} onRemove={without} renderLink={renderLink} />
      )}
    </>
  )
}

/** Runs with a name and a mark that tell them apart. */
function useNamed(runs: readonly RunWithReport[]): readonly Named[] {
  const { t } = useI18n()
  return useMemo(() => {
    const labels = labelsOf(
      runs.map(({ run }) => run),
      (family) => t.runs.models[family] ?? family,
    )
    const marks = marksOf(runs.map(({ run }) => run.id))
    return runs.map((run, index) => ({
      ...run,
      id: run.run.id,
      label: labels[index] as string,
      mark: marks[index] as Named['mark'],
    }))
  }, [runs, t])
}

interface LoadedProps extends Omit<ComparisonProps, 'emptyAction'> {
  runs: readonly Named[]
  onRemove: (id: string) => void
}

function Loaded({ runs, search, onSearch, onRemove, renderLink }: LoadedProps) {
  const { t } = useI18n()
  const rows = useMemo(() => compareRows(runs), [runs])
  const differing = useMemo(() => rows.filter(differs), [rows])
  const mismatches = useMemo(() => mismatchesOf(runs), [runs])
  const all = search.all === true || runs.length === 1
  const shown = all ? rows : differing
  const base = Math.max(
    0,
    runs.findIndex(({ id }) => id === search.base),
  )
  return (
    <>
      {runs.length === 1 && <Notice tone="warn">{t.compare.onlyOne}</Notice>}
      {mismatches.length > 0 && (
        <Notice tone="warn">
          <p className="font-medium">{t.compare.notComparable}</p>
          <ul className="list-disc pl-5">
            {mismatches.map((mismatch) => (
              <li key={mismatch}>{t.compare.mismatches[mismatch]}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="grid gap-3">
        {runs.length > 1 && (
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <p role="status" className="text-muted text-sm">
              {all ? t.compare.allRows(rows.length) : t.compare.differing(differing.length, rows.length)}
            </p>
            <Switch
              label={t.compare.showAll}
              checked={all}
              onChange={(next) => onSearch({ ...search, all: next })}
            />
          </div>
        )}
        <CompareTable
          rows={shown}
          base={base}
          heads={runs.map(({ id, run, label, mark }, index) => ({
            id,
            head: (
              <RunHead
                run={run}
                label={label}
                mark={mark}
                isBase={index === base}
                onBase={() => onSearch({ ...search, base: id })}
                onRemove={() => onRemove(id)}
                renderLink={renderLink}
              />
            ),
          }))}
        />
      </div>
      <ScoreIntervals runs={runs} />
      <OverlaidCurves runs={runs} />
      <Residuals runs={runs} />
      <Together runs={runs} rows={rows} />
    </>
  )
}
