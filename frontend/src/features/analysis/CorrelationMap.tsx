import { useMemo, useState } from 'react'
import { Heatmap } from '@/charts/Heatmap'
import { Button } from '@/components/ui/Button'
import { useI18n } from '@/i18n/I18nProvider'
import type { Correlations } from './api'
import { type Cell, matrixOf } from './matrix'
import { Omitted } from './Omitted'

/** Columns that are shown at first. */
const FEW = 12

/** How the columns hang together, two by two. */
export function CorrelationMap({ correlations }: { correlations: Correlations }) {
  const { t, format } = useI18n()
  const [whole, setWhole] = useState(false)
  const all = correlations.columns.length
  const { names, cells } = useMemo(
    () => matrixOf(correlations, whole ? all : FEW),
    [correlations, whole, all],
  )
  if (all < 2) return <p className="text-muted">{t.analysis.tooFewColumns}</p>
  const shown = (cell: Cell) =>
    cell === undefined
      ? { share: undefined, text: '·' }
      : cell === null
        ? { share: undefined, text: '–' }
        : { share: Math.abs(cell), text: format.ratio(cell) }
  return (
    <div className="grid gap-3">
      <Heatmap
        title={t.analysis.correlations}
        description={t.analysis.correlationsHint}
        rowTitle={t.analysis.column}
        columnTitle={t.analysis.column}
        rows={names}
        columns={names}
        cells={cells.map((row) => row.map(shown))}
        upright
      />
      {all > FEW && (
        <div className="flex flex-wrap items-center gap-3">
          <Button size="small" aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? t.analysis.fewColumns : t.analysis.allColumns(all)}
          </Button>
          {!whole && <span className="text-muted text-sm">{t.analysis.strongest(FEW, all)}</span>}
        </div>
      )}
      <Omitted columns={correlations.omitted} />
    </div>
  )
}
