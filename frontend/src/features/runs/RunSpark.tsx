import { IntervalStrip } from '@/charts/IntervalStrip'
import { markOf } from '@/charts/marks'
import { type MainScore, rangeOf } from './mainScore'

/** A run's score in a strip, in the run's colour, beside its baseline; the words stand elsewhere. */
export function RunSpark({ id, score }: { id: string; score: MainScore }) {
  return (
    <IntervalStrip
      mark={markOf(id)}
      value={score.value}
      baseline={score.baseline}
      interval={score.interval}
      domain={rangeOf(score)}
    />
  )
}
