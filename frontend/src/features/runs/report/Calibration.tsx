import { Card } from '@/components/ui/Card'
import { Stat } from '@/components/ui/Stat'
import { useI18n } from '@/i18n/I18nProvider'
import type { Schemas } from '../detail'
import { CalibrationPlot } from './CalibrationPlot'
import { misfitOf } from './calibration'

interface CalibrationProps {
  calibration: Schemas['Calibration']
  labels: readonly string[]
}

/** Whether a classifier's probabilities are what they say. */
export function Calibration({ calibration, labels }: CalibrationProps) {
  const { t, format } = useI18n()
  const words = t.run.calibration
  const { beyondChance, leaning } = misfitOf(calibration)
  const { bins, brier, expected_error } = calibration
  if (bins.length === 0) return null
  // Of two classes the engine looks at the probability of the second.
  const second = labels.length === 2 ? labels[1] : undefined
  return (
    <Card className="gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,40rem)_minmax(14rem,1fr)]">
      <CalibrationPlot
        bins={bins}
        description={words.hint}
        said={second === undefined ? words.saidOfPredicted : words.saidOf(second)}
      />
      <dl className="grid content-center gap-5 max-lg:grid-cols-[repeat(auto-fit,minmax(12rem,1fr))]">
        <Stat
          label={words.error}
          value={format.percent(expected_error)}
          detail={`${words.errorHint} ${words.leanings[leaning]}`}
        />
        <Stat
          label={words.beyond}
          value={words.ofThose(format.whole(beyondChance), format.whole(bins.length))}
          detail={words.beyondHint}
        />
        <Stat
          label={words.brier}
          value={format.score(brier)}
          detail={words.brierHint(format.whole(labels.length === 2 ? 1 : 2))}
        />
      </dl>
    </Card>
  )
}
