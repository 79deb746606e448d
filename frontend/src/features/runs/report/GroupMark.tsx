import { colourOf, type Mark, outlineOf } from '@/charts/marks'
import type { Schemas } from '../detail'

interface GroupMarkProps {
  bin: Schemas['CalibrationBin']
  mark: Mark
  /** Where shares stand, in px. */
  x: (share: number) => number
  y: (share: number) => number
  state: 'plain' | 'chosen' | 'faded'
}

/** Half the length of the line that ends a whisker, in px. */
const END = 4

/** A group of rows of a reliability diagram: its point, and its interval as a whisker. */
export function GroupMark({ bin, mark, x, y, state }: GroupMarkProps) {
  const [low, high] = [y(bin.low), y(bin.high)]
  return (
    <g
      transform={`translate(${x(bin.predicted)},0)`}
      style={{ color: colourOf(mark) }}
      opacity={state === 'faded' ? 0.35 : 1}
    >
      <path
        d={`M0,${low}V${high}M${-END},${low}h${2 * END}M${-END},${high}h${2 * END}`}
        stroke="currentColor"
        strokeWidth={1.5}
      />
      <path
        d={outlineOf(mark)}
        transform={`translate(0,${y(bin.observed)})scale(${state === 'chosen' ? 7 : 5})`}
        fill="currentColor"
        className="stroke-surface"
        strokeWidth={0.3}
      />
    </g>
  )
}
