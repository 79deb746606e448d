import { extent } from 'd3-array'
import { type ReactNode, useMemo } from 'react'
import { Axes, areaOf, roomFor } from './Axes'
import { type Axis, scaleOf } from './axis'
import { DotCanvas } from './DotCanvas'
import type { Point } from './decimate'
import { Figure, type TableView } from './Figure'
import { type CornerLine, Diagonal, type Reference, ReferenceLine } from './Guides'
import { colourOf, type Mark, outlineOf } from './marks'
import { nearestPlace } from './nearest'
import { Plot, Sized } from './Plot'
import { PointReadout } from './PointReadout'
import { type Place, useCursor } from './useCursor'

/** A point that may have a name. */
export interface Dot extends Point {
  name?: string
}

/** Points that belong together, in the order of `x`, which is the order of the cursor. */
export interface Cloud {
  id: string
  label: string
  mark: Mark
  points: readonly Dot[]
}

interface ScatterProps {
  title: string
  description?: ReactNode
  x: Axis
  y: Axis
  series: readonly Cloud[]
  references?: readonly Reference[]
  diagonal?: CornerLine
  /** What the names of points are, for the table. */
  nameTitle?: string
  /** What a point's name is in the table, for example a link. */
  renderName?: (series: number, index: number) => ReactNode
  /** What Enter and a click do with a point. */
  onOpen?: (series: number, index: number) => void
  actions?: ReactNode
  height?: number
}

const NONE: readonly Reference[] = []

/** Two measures of many things. Points are drawn on a canvas, all else stays in the document. */
export function Scatter(props: ScatterProps) {
  const { height = 300 } = props
  return (
    <Figure
      title={props.title}
      description={props.description}
      legend={props.series}
      actions={props.actions}
      table={() => tableOf(props)}
    >
      <Sized height={height}>{(width) => <Dots {...props} height={height} width={width} />}</Sized>
    </Figure>
  )
}

function Dots(props: ScatterProps & { width: number; height: number }) {
  const { series, width, height, x, y, references = NONE, onOpen } = props
  const { area, xScale, yScale, axes } = useMemo(
    () => place(series, x, y, references, width, height),
    [series, x, y, references, width, height],
  )
  const dotAt = ({ series: which, index }: Place) => series[which]?.points[index]
  const cursor = useCursor({
    lengths: series.map(({ points }) => points.length),
    say: (at) => {
      const dot = dotAt(at)
      const name = dot?.name ?? series[at.series]?.label ?? ''
      return dot ? `${name}: ${x.label} ${x.format(dot.x)}, ${y.label} ${y.format(dot.y)}` : ''
    },
    nearest: (left, top) => nearestPlace(series, xScale, yScale, left, top),
    open: onOpen && ((at) => onOpen(at.series, at.index)),
  })
  const chosen = cursor.place && series[cursor.place.series]
  const dot = cursor.place && dotAt(cursor.place)
  return (
    <Plot
      label={props.title}
      height={height}
      cursor={cursor}
      under={<DotCanvas series={series} x={xScale} y={yScale} width={width} height={height} />}
      over={
        chosen &&
        dot && (
          <PointReadout
            point={dot}
            name={dot.name ?? chosen.label}
            mark={chosen.mark}
            {...axes}
            area={area}
          />
        )
      }
    >
      <Axes area={area} {...axes} />
      {props.diagonal && <Diagonal {...props.diagonal} area={area} />}
      {references.map((reference) => (
        <ReferenceLine key={reference.label} reference={reference} area={area} y={yScale} />
      ))}
      {chosen && dot && (
        <path
          d={outlineOf(chosen.mark)}
          transform={`translate(${xScale.at(dot.x)},${yScale.at(dot.y)})scale(7)`}
          style={{ color: colourOf(chosen.mark) }}
          fill="currentColor"
          className="stroke-surface"
          strokeWidth={0.3}
        />
      )}
    </Plot>
  )
}

/** Scales over everything that is shown. */
function place(
  series: readonly Cloud[],
  x: Axis,
  y: Axis,
  references: readonly Reference[],
  width: number,
  height: number,
) {
  const dots = series.flatMap(({ points }) => points)
  const levels = [...(extent(dots, ({ y }) => y) as [number, number]), ...references.map(({ y }) => y)]
  const yScale = scaleOf(y, levels, [height - 38, 22], 44)
  const area = areaOf(width, height, roomFor(y, yScale.ticks))
  // A log axis needs its smallest positive value, which the extent does not know.
  const across =
    x.kind === 'log' ? dots.map((dot) => dot.x) : (extent(dots, ({ x }) => x) as [number, number])
  const xScale = scaleOf(x, across, [area.left, area.right], 88)
  return { area, xScale, yScale, axes: { x: { axis: x, scale: xScale }, y: { axis: y, scale: yScale } } }
}

/** A row for each point, series by series. */
function tableOf(props: ScatterProps): TableView {
  const { series, x, y, nameTitle, renderName } = props
  const places = series.flatMap(({ points }, which) => points.map((dot, index) => ({ which, index, dot })))
  const named = nameTitle !== undefined
  return {
    columns: [
      ...(named
        ? [
            {
              title: nameTitle,
              ...(renderName && {
                render: (row: number) => {
                  const found = places[row]
                  return found && renderName(found.which, found.index)
                },
              }),
            },
          ]
        : []),
      { title: x.label, numeric: true, format: x.format },
      { title: y.label, numeric: true, format: y.format },
    ],
    rows: places.map(({ which, dot }) => [
      ...(named ? [dot.name ?? series[which]?.label] : []),
      dot.x,
      dot.y,
    ]),
  }
}
