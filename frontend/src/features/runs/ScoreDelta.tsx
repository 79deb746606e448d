import { DeltaChip } from '@/components/ui/DeltaChip'
import { useI18n } from '@/i18n/I18nProvider'
import { isError } from '@/lib/scores'

interface ScoreDeltaProps {
  metric: string
  value: number
  baseline: number | undefined
}

/** How far a score is from its baseline's. */
export function ScoreDelta({ metric, value, baseline }: ScoreDeltaProps) {
  const { t, format } = useI18n()
  if (baseline === undefined) return null
  const gain = isError(metric) ? baseline - value : value - baseline
  const by = format.score(Math.abs(gain))
  const words = gain > 0 ? t.runs.better(by) : gain < 0 ? t.runs.worse(by) : t.runs.same
  return <DeltaChip delta={value - baseline} higherIsBetter={!isError(metric)} words={words} />
}
