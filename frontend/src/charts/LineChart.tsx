import { extent } from 'd3-array'
import { curveStepAfter, line } from 'd3-shape'
import { useMemo } from 'react'
import { Axes, areaOf, roomFor } from './Axes'
import { type Axis, type Scale, scaleOf } from './axis'
import { DotCanvas } from './DotCanvas'
import { decimate, type Point } from './decimate'
import { Figure, type TableView } from './Figure'
import { type CornerLine, Diagonal, type Reference, ReferenceLine } from './Guides'
import { colourOf, dashOf, type Mark, outlineOf } from './marks'
import { nearestPlace } from './nearest'
import { Plot, Sized } from './Plot'
import { PointReadout } from './PointReadout'
import { type Place, useCursor } from './useCursor'

/** One line: points in the order of `x`. */
export interface Series {
  id: string
  label: string
  mark: Mark
  points: readonly Point[]
  /** Drawn as steps, as a best-so-far line is, without markers: what changes are the corners. */
  step?: boolean
  /** Points alone, without a line. */
  pointsOnly?: boolean
}

interface LineChartProps {
  title: string
  description?: React.ReactNode
  x: Axis
  y: Axis
  series: readonly Series[]
  references?: readonly Reference[]
  diagonal?: CornerLine
  height?: number
  className?: string
  /** What Enter and a click do with a point. */
  onOpen?: (series: number, index: number) => void
}

const NONE: readonly Reference[] = []

/** A line with more points than this is drawn without a marker on each. */
const MARKED = 40

/** Lines over a common axis. Ten thousand points are drawn as what can be seen of them. */
export function LineChart(props: LineChartProps) {
  const { x, y, series, height = 260 } = props
  const table = (): TableView => ({
    columns: [
      { title: x.label, numeric: x.kind !== 'time', format: x.format },
      ...series.map(({ label }) => ({ title: label, numeric: true, format: y.format })),
    ],
    rows: rowsOf(series),
  })
  return (
    <Figure
      title={props.title}
      description={props.description}
      legend={series}
      lines={series.some(({ pointsOnly }) => !pointsOnly)}
      table={table}
      {...(props.className ? { className: props.className } : {})}
    >
      <Sized height={height}>{(width) => <Lines {...props} height={height} width={width} />}</Sized>
    </Figure>
  )
}

function Lines(props: LineChartProps & { width: number; height: number }) {
  const { series, width, height, x, y, references = NONE, onOpen } = props
  const drawing = useMemo(
    () => draw(series, x, y, references, width, height),
    [series, x, y, references, width, height],
  )
  const { area, xScale, yScale, axes, paths, clouds } = drawing
  const say = ({ series: which, index }: Place) => {
    const one = series[which]
    const point = one?.points[index]
    return one && point
      ? `${one.label}: ${x.label} ${x.format(point.x)}, ${y.label} ${y.format(point.y)}`
      : ''
  }
  const cursor = useCursor({
    lengths: series.map(({ points }) => points.length),
    say,
    nearest: (left, top) => nearestPlace(series, xScale, yScale, left, top),
    open: onOpen && ((at) => onOpen(at.series, at.index)),
  })
  const chosen = cursor.place && series[cursor.place.series]
  const point = cursor.place && chosen?.points[cursor.place.index]
  return (
    <Plot
      label={props.title}
      height={height}
      cursor={cursor}
      under={
        clouds.length > 0 && <DotCanvas series={clouds} x={xScale} y={yScale} width={width} height={height} />
      }
      over={
        chosen &&
        point && <PointReadout point={point} name={chosen.label} mark={chosen.mark} {...axes} area={area} />
      }
    >
      <Axes area={area} {...axes} />
      {props.diagonal && <Diagonal {...props.diagonal} area={area} />}
      {references.map((reference) => (
        <ReferenceLine key={reference.label} reference={reference} area={area} y={yScale} />
      ))}
      {paths.map(({ id, mark, path, markers }) => (
        <g key={id} style={{ color: colourOf(mark) }} opacity={chosen && chosen.id !== id ? 0.35 : 1}>
          <path
            d={path}
            fill="none"
            stroke="currentColor"
            strokeWidth={2}
            strokeLinejoin="round"
            strokeDasharray={markers.length > 0 ? dashOf(mark) : undefined}
          />
          {markers.map(([left, top]) => (
            <path
              key={`${left},${top}`}
              d={outlineOf(mark)}
              fill="currentColor"
              transform={`translate(${left},${top})scale(3.5)`}
            />
          ))}
        </g>
      ))}
      {chosen && point && (
        <g transform={`translate(${xScale.at(point.x)},0)`} style={{ color: colourOf(chosen.mark) }}>
          <line y1={area.top} y2={area.bottom} className="stroke-control" strokeDasharray="2 3" />
          <path
            d={outlineOf(chosen.mark)}
            transform={`translate(0,${yScale.at(point.y)})scale(6)`}
            fill="currentColor"
            className="stroke-surface"
            strokeWidth={0.3}
          />
        </g>
      )}
    </Plot>
  )
}

/** Everything that does not change while the cursor moves. */
function draw(
  series: readonly Series[],
  x: Axis,
  y: Axis,
  references: readonly Reference[],
  width: number,
  height: number,
) {
  const points = series.flatMap((one) => one.points)
  const ys = [...(extent(points, ({ y }) => y) as [number, number]), ...references.map(({ y }) => y)]
  const yScale = scaleOf(y, ys, [height - 38, 22], 44)
  const area = areaOf(width, height, roomFor(y, yScale.ticks))
  const xScale = scaleOf(x, extent(points, ({ x }) => x) as [number, number], [area.left, area.right], 88)
  const clouds = series.filter(({ pointsOnly }) => pointsOnly)
  const lines = series.filter(({ pointsOnly }) => !pointsOnly)
  const paths = lines.map((one) => {
    const kept = decimate(one.points, area.right - area.left)
    const shape = line<Point>(
      (point) => xScale.at(point.x),
      (point) => yScale.at(point.y),
    ).digits(1)
    if (one.step) shape.curve(curveStepAfter)
    const marked = !one.step && one.points.length <= MARKED
    return {
      id: one.id,
      mark: one.mark,
      path: shape(kept as Point[]) ?? '',
      markers: marked ? distinct(one.points, xScale, yScale) : [],
    }
  })
  const axes = { x: { axis: x, scale: xScale }, y: { axis: y, scale: yScale } }
  return { area, xScale, yScale, axes, paths, clouds }
}

/** Spots in whole px, each once. */
function distinct(points: readonly Point[], x: Scale, y: Scale): [number, number][] {
  const spots = new Map<string, [number, number]>()
  for (const point of points) {
    const spot: [number, number] = [Math.round(x.at(point.x)), Math.round(y.at(point.y))]
    spots.set(spot.join(), spot)
  }
  return [...spots.values()]
}

/** A row for each `x`, with the value of every series there. A series that has two values at one place gets two rows. */
function rowsOf(series: readonly Series[]): (number | undefined)[][] {
  const rows = new Map<string, (number | undefined)[]>()
  series.forEach(({ points }, column) => {
    const times = new Map<number, number>()
    for (const { x, y } of points) {
      const time = times.get(x) ?? 0
      times.set(x, time + 1)
      const key = `${x} ${time}`
      const row = rows.get(key) ?? [x, ...series.map(() => undefined)]
      row[column + 1] = y
      rows.set(key, row)
    }
  })
  return [...rows.values()].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
}
