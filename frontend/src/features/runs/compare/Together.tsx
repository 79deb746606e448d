import { lazy, Suspense, useMemo } from 'react'
import type { ParallelAxis } from '@/charts/parallel/axes'
import { Card } from '@/components/ui/Card'
import { SkeletonRows } from '@/components/ui/Skeleton'
import { useI18n } from '@/i18n/I18nProvider'
import type { Named } from './named'
import { type CompareRow, differs } from './rows'
import { titleOf, writeValue } from './writeValue'

const ParallelCoords = lazy(async () => ({
  default: (await import('@/charts/parallel/ParallelCoords')).ParallelCoords,
}))

/** More axes than this are more than one can follow; some of them are kept for what came out. */
const MOST = 9
const OUTCOMES = 4

/** What was set and what came out, as lines through all of it. */
export function Together({ runs, rows }: { runs: readonly Named[]; rows: readonly CompareRow[] }) {
  const { t, format } = useI18n()
  const axes = useMemo(() => {
    const parameters = rows.filter((row) => row.group === 'parameters' && differs(row) && isShared(row))
    const outcomes = rows.filter(
      (row) => ['scores', 'effort'].includes(row.group) && row.better && differs(row),
    )
    const shown = parameters.slice(0, MOST - OUTCOMES)
    return [...shown, ...outcomes.slice(0, MOST - shown.length)].map(
      (row): ParallelAxis => ({
        id: row.id,
        label: titleOf(row, t),
        values: row.values.map((value) =>
          typeof value === 'number' || value === undefined ? value : writeValue(value, row.kind, t, format),
        ),
        format: (value) => writeValue(value, row.kind, t, format),
        falling: row.better === 'less',
      }),
    )
  }, [rows, t, format])
  if (axes.length < 2 || runs.length < 2) return null
  return (
    <Card>
      <Suspense fallback={<SkeletonRows rows={7} />}>
        <ParallelCoords
          title={t.compare.together}
          description={t.compare.togetherHint}
          axes={axes}
          lines={runs}
          lineTitle={t.compare.run}
        />
      </Suspense>
    </Card>
  )
}

/** Whether at least half of the runs have a value: what one family alone has is a loose end. */
function isShared({ values }: CompareRow): boolean {
  return 2 * values.filter((value) => value !== undefined).length >= values.length
}
