import { Heatmap } from '@/charts/Heatmap'
import { Card } from '@/components/ui/Card'
import { useI18n } from '@/i18n/I18nProvider'
import type { Details } from '../detail'

/** Who was taken for whom; each row's colours add up to that class. */
export function Confusion({ matrix }: { matrix: Details['confusion_matrix'] }) {
  const { t, format } = useI18n()
  if (!matrix) return null
  const cells = matrix.counts.map((row) => {
    const total = row.reduce((sum, count) => sum + count, 0)
    return row.map((count) => {
      const share = total > 0 ? count / total : 0
      return { share, text: `${count} · ${format.percent(share)}` }
    })
  })
  return (
    <Card>
      <Heatmap
        title={t.run.confusion}
        description={t.run.confusionHint}
        rowTitle={t.run.actual}
        columnTitle={t.run.predicted}
        rows={matrix.labels}
        columns={matrix.labels}
        cells={cells}
      />
    </Card>
  )
}
