import type { Scale } from './axis'
import type { Area } from './Plot'

/** A level that everything is measured against. */
export interface Reference {
  y: number
  label: string
}

/** What chance, or perfection, would be: a line from corner to corner. */
export interface CornerLine {
  label: string
  falling?: boolean
}

export function Diagonal({ label, falling = false, area }: CornerLine & { area: Area }) {
  const [start, end] = falling ? [area.top, area.bottom] : [area.bottom, area.top]
  return (
    <g>
      <line
        x1={area.left}
        x2={area.right}
        y1={start}
        y2={end}
        className="stroke-control"
        strokeDasharray="4 4"
      />
      <text x={area.right - 6} y={area.bottom - 8} textAnchor="end" className="fill-muted text-[11px]">
        {label}
      </text>
    </g>
  )
}

export function ReferenceLine({ reference, area, y }: { reference: Reference; area: Area; y: Scale }) {
  return (
    <g transform={`translate(0,${y.at(reference.y)})`}>
      <line x1={area.left} x2={area.right} className="stroke-ink" strokeDasharray="4 4" />
      <text x={area.right - 4} y={-5} textAnchor="end" className="fill-ink text-[11px]">
        {reference.label}
      </text>
    </g>
  )
}
