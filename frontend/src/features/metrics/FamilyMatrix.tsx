import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { Heatmap } from '@/charts/Heatmap'
import { Card } from '@/components/ui/Card'
import { useI18n } from '@/i18n/I18nProvider'
import { matrixOf } from './matrix'
import type { Choice, Scored } from './scored'

/** Which family does best on which data. With one cell there is nothing to see. */
export function FamilyMatrix({ choice, scored }: { choice: Choice; scored: readonly Scored[] }) {
  const { t, format } = useI18n()
  const { families, rows } = useMemo(() => matrixOf(scored, choice.metric), [scored, choice.metric])
  if (families.length < 2) return null
  const nameOf = (family: string | undefined = '') => t.runs.models[family] ?? family
  return (
    <Card>
      <Heatmap
        title={t.metrics.matrix}
        description={t.metrics.matrixHint}
        rowTitle={t.metrics.subject}
        columnTitle={t.metrics.family}
        rows={rows.map(({ label }) => label)}
        columns={families.map(nameOf)}
        cells={rows.map(({ cells }) =>
          cells.map(({ best, share }) => ({
            share: best && share,
            text: best ? (
              <Link to="/training/$id" params={{ id: best.run.id }} className="hover:underline">
                {format.score(best.value)}
              </Link>
            ) : (
              <span className="text-muted">–</span>
            ),
          })),
        )}
      />
    </Card>
  )
}
