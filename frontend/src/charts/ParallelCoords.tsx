import { type ReactNode, useMemo } from 'react'
import { Figure } from './Figure'
import { colourOf, type Mark, outlineOf } from './marks'
import { Plot, Readout, Sized } from './Plot'
import { nearestLine, type ParallelAxis, type PlacedAxis, placeAxis } from './parallel'
import { Swatch } from './Swatch'
import { useCursor } from './useCursor'

interface ParallelCoordsProps {
  title: string
  description?: ReactNode
  axes: readonly ParallelAxis[]
  /** What the lines are. */
  lines: readonly { id: string; label: string; mark: Mark }[]
  lineTitle: string
}

const HEIGHT = 300
const TOP = 44
const BOTTOM = HEIGHT - 16
/** Less room than this, in px, and the names of axes would run into each other. */
const LEAST = 104
const SIDE = 48

/** Each thing a line through all that was set and measured: which values go together, and where they lead. */
export function ParallelCoords(props: ParallelCoordsProps) {
  const { axes, lines } = props
  const placed = useMemo(() => axes.map((axis) => placeAxis(axis, BOTTOM, TOP)), [axes])
  return (
    <Figure
      title={props.title}
      description={props.description}
      legend={lines}
      table={() => ({
        columns: [
          { title: props.lineTitle },
          ...axes.map(({ label, values, format }) => ({
            title: label,
            numeric: values.every((value) => typeof value !== 'string'),
            format,
          })),
        ],
        rows: lines.map(({ label }, line) => [label, ...axes.map(({ values }) => values[line])]),
      })}
    >
      <Sized height={HEIGHT}>
        {(width) => <Lines {...props} placed={placed} width={Math.max(width, axes.length * LEAST)} />}
      </Sized>
    </Figure>
  )
}

function Lines(props: ParallelCoordsProps & { placed: readonly PlacedAxis[]; width: number }) {
  const { axes, lines, placed, width } = props
  const lefts = useMemo(() => {
    const step = axes.length > 1 ? (width - 2 * SIDE) / (axes.length - 1) : 0
    return axes.map((_, index) => SIDE + index * step)
  }, [axes, width])
  const paths = useMemo(() => lines.map((_, line) => pathOf(line, placed, lefts)), [lines, placed, lefts])
  const textOf = (axis: number, line: number) => {
    const value = axes[axis]?.values[line]
    return typeof value === 'number' ? (axes[axis]?.format(value) ?? '') : (value ?? '–')
  }
  const cursor = useCursor({
    lengths: lines.map(() => axes.length),
    say: ({ series, index }) =>
      `${lines[series]?.label ?? ''}: ${axes[index]?.label ?? ''} ${textOf(index, series)}`,
    nearest: (x, y) => nearestLine(placed, lefts, x, y),
  })
  const chosen = cursor.place?.series
  const line = chosen === undefined ? undefined : lines[chosen]
  const at = cursor.place && placed[cursor.place.index]?.places[cursor.place.series]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys
    <section aria-label={props.title} tabIndex={0} className="overflow-x-auto">
      <div style={{ width }}>
        <Plot
          label={props.title}
          height={HEIGHT}
          cursor={cursor}
          over={
            cursor.place &&
            line && (
              <Readout
                x={lefts[cursor.place.index] ?? 0}
                y={at ?? TOP}
                area={{ left: 0, right: width, top: TOP, bottom: BOTTOM, width, height: HEIGHT }}
              >
                <span className="inline-flex items-center gap-1.5">
                  <Swatch mark={line.mark} />
                  <span className="truncate font-medium">{line.label}</span>
                </span>
                <span className="flex justify-between gap-3">
                  <span className="text-muted">{axes[cursor.place.index]?.label}</span>
                  <span className="font-mono">{textOf(cursor.place.index, cursor.place.series)}</span>
                </span>
              </Readout>
            )
          }
        >
          {axes.map((axis, index) => (
            <AxisLine key={axis.id} axis={axis} placed={placed[index]} left={lefts[index] ?? 0} />
          ))}
          {lines.map(({ id, mark }, index) => (
            <LinePath
              key={id}
              mark={mark}
              path={paths[index] ?? ''}
              places={placed.map(({ places }) => places[index])}
              lefts={lefts}
              opacity={chosen === undefined || chosen === index ? 1 : 0.22}
              width={chosen === index ? 3 : 1.75}
            />
          ))}
        </Plot>
      </div>
    </section>
  )
}

function AxisLine(props: { axis: ParallelAxis; placed: PlacedAxis | undefined; left: number }) {
  return (
    <g transform={`translate(${props.left},0)`}>
      <text y={14} textAnchor="middle" className="fill-ink font-medium text-[12px]">
        {shortened(props.axis.label)}
      </text>
      <line y1={TOP} y2={BOTTOM} className="stroke-control" />
      {props.placed?.ticks.map(({ at, text }) => (
        <g key={text} transform={`translate(0,${at})`}>
          <line x1={-3} x2={3} className="stroke-control" />
          <text
            x={7}
            dy={at <= TOP ? -6 : '0.32em'}
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

interface LinePathProps {
  mark: Mark
  path: string
  places: readonly (number | undefined)[]
  lefts: readonly number[]
  opacity: number
  width: number
}

function LinePath({ mark, path, places, lefts, opacity, width }: LinePathProps) {
  return (
    <g style={{ color: colourOf(mark) }} opacity={opacity}>
      <path d={path} fill="none" stroke="currentColor" strokeWidth={width} strokeLinejoin="round" />
      {places.map(
        (place, index) =>
          place !== undefined && (
            <path
              key={index}
              d={outlineOf(mark)}
              fill="currentColor"
              transform={`translate(${lefts[index]},${place})scale(3.5)`}
            />
          ),
      )}
    </g>
  )
}

/** The way of a line through the axes that it has a value on. */
function pathOf(line: number, placed: readonly PlacedAxis[], lefts: readonly number[]): string {
  let path = ''
  let open = false
  placed.forEach(({ places }, index) => {
    const place = places[line]
    if (place !== undefined) path += `${open ? 'L' : 'M'}${lefts[index]?.toFixed(1)},${place.toFixed(1)}`
    open = place !== undefined
  })
  return path
}

const LONGEST = 14

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}
