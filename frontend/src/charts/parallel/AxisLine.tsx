import type { ParallelAxis, PlacedAxis } from './axes'
import type { Span } from './spans'

interface AxisLineProps {
  axis: ParallelAxis
  placed: PlacedAxis | undefined
  left: number
  top: number
  bottom: number
  /** The part that lines must pass. */
  span: Span | undefined
}

/** An axis with its name, its ends or words, and the span that is kept. */
export function AxisLine({ axis, placed, left, top, bottom, span }: AxisLineProps) {
  return (
    <g transform={`translate(${left},0)`}>
      <text y={14} textAnchor="middle" className="fill-ink font-medium text-[12px]">
        {shortened(axis.label)}
      </text>
      <line y1={top} y2={bottom} className="stroke-control" />
      {span && (
        <rect
          x={-7}
          width={14}
          y={span[0]}
          height={span[1] - span[0]}
          rx={4}
          className="fill-action-soft stroke-action"
        />
      )}
      {placed?.ticks.map(({ at, text }) => (
        <g key={text} transform={`translate(0,${at})`}>
          <line x1={-3} x2={3} className="stroke-control" />
          <text
            x={7}
            dy={at <= top ? -6 : '0.32em'}
            className="fill-muted stroke-surface font-mono text-[11px]"
            strokeWidth={3}
            paintOrder="stroke"
          >
            {shortened(text)}
          </text>
        </g>
      ))}
    </g>
  )
}

const LONGEST = 14

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}
