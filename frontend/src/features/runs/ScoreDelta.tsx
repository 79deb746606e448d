import { DeltaChip } from '@/components/ui/DeltaChip'
import { useI18n } from '@/i18n/I18nProvider'
import { isError } from '@/lib/scores'

interface ScoreDeltaProps {
  metric: string
  value: number
  baseline: number | undefined
  /** What it is measured against, if that is not the baseline. */
  against?: 'pinned'
}

/** How far a score is from its baseline's, or from another run's. */
export function ScoreDelta({ metric, value, baseline, against }: ScoreDeltaProps) {
  const { t, format } = useI18n()
  const texts = against ? t.runsTable.againstPinned : t.runs
  if (baseline === undefined) return null
  const gain = isError(metric) ? baseline - value : value - baseline
  const by = format.score(Math.abs(gain))
  const words = gain > 0 ? texts.better(by) : gain < 0 ? texts.worse(by) : texts.same
  return <DeltaChip delta={value - baseline} higherIsBetter={!isError(metric)} words={words} />
}
