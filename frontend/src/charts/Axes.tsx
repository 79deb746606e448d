import { memo } from 'react'
import type { Axis, Scale } from './axis'
import type { Area } from './Plot'

interface AxesProps {
  area: Area
  x: { axis: Axis; scale: Scale }
  y: { axis: Axis; scale: Scale }
}

const TEXT = 'fill-muted font-mono text-[11px]'
const LABEL = 'fill-muted text-[11px]'

/** Lines and numbers of both directions; labels stand where they do not need to be turned. */
export const Axes = memo(function Axes({ area, x, y }: AxesProps) {
  return (
    <g>
      {y.scale.ticks.map((tick) => (
        <g key={tick} transform={`translate(0,${y.scale.at(tick)})`}>
          <line x1={area.left} x2={area.right} className="stroke-line" />
          <text x={area.left - 8} dy="0.32em" textAnchor="end" className={TEXT}>
            {tickText(y.axis, tick)}
          </text>
        </g>
      ))}
      {x.scale.ticks.map((tick) => (
        <g key={tick} transform={`translate(${x.scale.at(tick)},${area.bottom})`}>
          <line y2={4} className="stroke-control" />
          <text y={16} textAnchor={anchorOf(x.scale.at(tick), area)} className={TEXT}>
            {tickText(x.axis, tick)}
          </text>
        </g>
      ))}
      <line
        x1={area.left}
        x2={area.right}
        y1={area.bottom}
        y2={area.bottom}
        className="stroke-control"
        shapeRendering="crispEdges"
      />
      <text x={area.right} y={area.height - 4} textAnchor="end" className={LABEL}>
        {x.axis.label}
      </text>
      <text x={0} y={10} className={LABEL}>
        {y.axis.label}
      </text>
    </g>
  )
})

/** Numbers at the edge stay inside. */
function anchorOf(place: number, area: Area): 'start' | 'middle' | 'end' {
  return place > area.width - 20 ? 'end' : 'middle'
}

function tickText(axis: Axis, tick: number): string {
  return (axis.formatTick ?? axis.format)(tick)
}

/** Room for the numbers of an axis, in px. */
export function roomFor(axis: Axis, ticks: readonly number[]): number {
  return Math.max(20, ...ticks.map((tick) => tickText(axis, tick).length * 6.8 + 12))
}

/** Where data stands in a chart of a size, with numbers of so much room to the left. */
export function areaOf(width: number, height: number, left: number, right = 8): Area {
  return { left, right: Math.max(left + 1, width - right), top: 22, bottom: height - 38, width, height }
}
