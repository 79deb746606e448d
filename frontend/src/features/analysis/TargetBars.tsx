import { useState } from 'react'
import { Bars } from '@/charts/Bars'
import { Segmented } from '@/components/ui/Segmented'
import { useI18n } from '@/i18n/I18nProvider'
import type { TargetAnalysis } from './api'
import { Omitted } from './Omitted'

/** Bars that are shown; more would be read by nobody. */
const MOST = 20

/** How strongly each column hangs together with the target, by one measure or the other. */
export function TargetBars({ target }: { target: TargetAnalysis }) {
  const { t, format } = useI18n()
  const [measure, setMeasure] = useState<'value' | 'information'>('value')
  const bars = target.associations
    .map((entry) => ({ label: entry.column, value: entry[measure] ?? 0 }))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
  return (
    <div className="grid gap-3">
      <Bars
        title={t.analysis.targetTitle(target.column)}
        description={t.analysis.targetHints[measure]}
        bars={bars.slice(0, MOST)}
        valueTitle={t.analysis.targetMeasures[measure]}
        labelTitle={t.analysis.column}
        format={format.ratio}
      />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Segmented
          label={t.analysis.measure}
          value={measure}
          options={[
            { value: 'value', label: t.analysis.targetMeasures.value },
            { value: 'information', label: t.analysis.targetMeasures.information },
          ]}
          onChange={setMeasure}
        />
        {bars.length > MOST && (
          <span className="text-muted text-sm">{t.analysis.strongest(MOST, bars.length)}</span>
        )}
      </div>
      <Omitted columns={target.omitted} />
    </div>
  )
}
