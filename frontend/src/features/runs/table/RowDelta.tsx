import { metricOf, type RunRow } from '../runRow'
import { ScoreDelta } from '../ScoreDelta'

/** How far a row's score is from its baseline, or from the pinned run's where both have the score. */
export function RowDelta({ row, pinned }: { row: RunRow; pinned: RunRow | undefined }) {
  const { score } = row
  if (!score || row === pinned) return null
  if (!pinned) return <ScoreDelta {...score} />
  return (
    <ScoreDelta
      metric={score.metric}
      value={score.value}
      baseline={metricOf(pinned, score.metric)}
      against="pinned"
    />
  )
}
