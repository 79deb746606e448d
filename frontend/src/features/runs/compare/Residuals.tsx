import { useMemo } from 'react'
import { LineChart } from '@/charts/LineChart'
import { Card } from '@/components/ui/Card'
import { useI18n } from '@/i18n/I18nProvider'
import type { Named } from './named'
import { sharesOf } from './residuals'

/** How far the regressions were off, as distributions: narrow and around zero is good. */
export function Residuals({ runs }: { runs: readonly Named[] }) {
  const { t, format } = useI18n()
  const target = runs.find(({ details }) => details.samples)?.run.target
  const series = useMemo(() => {
    // In units of the target: of two targets they cannot be set side by side.
    const measured = runs.filter(({ details, run }) => details.samples?.length && run.target === target)
    const shares = sharesOf(measured.map(({ details }) => details.samples?.map((one) => one.residual) ?? []))
    return measured.map(({ id, label, mark }, index) => ({ id, label, mark, points: shares[index] ?? [] }))
  }, [runs, target])
  if (series.length === 0) return null
  return (
    <Card>
      <LineChart
        title={t.compare.residuals}
        description={t.compare.residualsHint}
        x={{ label: t.compare.residual, format: format.score }}
        y={{ label: t.compare.share, format: format.percent, fromZero: true }}
        series={series}
        height={300}
      />
    </Card>
  )
}
