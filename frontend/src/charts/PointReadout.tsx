import type { Axis, Scale } from './axis'
import type { Point } from './decimate'
import type { Mark } from './marks'
import { type Area, Readout } from './Plot'
import { Swatch } from './Swatch'

interface PointReadoutProps {
  point: Point
  name: string
  mark: Mark
  x: { axis: Axis; scale: Scale }
  y: { axis: Axis; scale: Scale }
  area: Area
}

/** What the cursor is on: its name and both of its values. */
export function PointReadout({ point, name, mark, x, y, area }: PointReadoutProps) {
  return (
    <Readout x={x.scale.at(point.x)} y={y.scale.at(point.y)} area={area}>
      <span className="inline-flex items-center gap-1.5">
        <Swatch mark={mark} />
        <span className="truncate font-medium">{name}</span>
      </span>
      <Value name={x.axis.label} value={x.axis.format(point.x)} />
      <Value name={y.axis.label} value={y.axis.format(point.y)} />
    </Readout>
  )
}

/** A named number in a readout. */
export function Value({ name, value }: { name: string; value: string }) {
  return (
    <span className="flex justify-between gap-3">
      <span className="text-muted">{name}</span>
      <span className="font-mono">{value}</span>
    </span>
  )
}
