import { type KeyboardEvent, type ReactNode, useMemo } from 'react'
import { Button } from '@/components/ui/Button'
import { useI18n } from '@/i18n/I18nProvider'
import { Figure } from '../Figure'
import type { Mark } from '../marks'
import { Plot, Readout, Sized } from '../Plot'
import { Swatch } from '../Swatch'
import { useCursor } from '../useCursor'
import { AxisBrush } from './AxisBrush'
import { AxisLine } from './AxisLine'
import { nearestLine, type ParallelAxis, type PlacedAxis, placeAxis } from './axes'
import { LinePath, pathOf } from './LinePath'
import { useSpans } from './useSpans'

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

/**
 * Each thing a line through all that was set and measured: which values go together, and where they lead. A range of an
 * axis, drawn or made by keys, keeps the lines that pass it; the others fade.
 */
export function ParallelCoords(props: ParallelCoordsProps) {
  const { t } = useI18n()
  const { axes, lines } = props
  const placed = useMemo(() => axes.map((axis) => placeAxis(axis, BOTTOM, TOP)), [axes])
  const spans = useSpans(axes, placed)
  return (
    <Figure
      title={props.title}
      description={props.description}
      legend={lines}
      actions={
        <>
          <span role="status" className="text-sm tabular-nums">
            {spans.some && t.charts.inRange(spans.passes.filter(Boolean).length, lines.length)}
          </span>
          {spans.some && (
            <Button kind="quiet" size="small" onClick={spans.clear}>
              {t.charts.clearRanges}
            </Button>
          )}
        </>
      }
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
        {(width) => (
          <Lines {...props} placed={placed} spans={spans} width={Math.max(width, axes.length * LEAST)} />
        )}
      </Sized>
    </Figure>
  )
}

interface LinesProps extends ParallelCoordsProps {
  placed: readonly PlacedAxis[]
  spans: ReturnType<typeof useSpans>
  width: number
}

function Lines(props: LinesProps) {
  const { axes, lines, placed, spans, width } = props
  const { passes } = spans
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
    // What has faded is passed over.
    lengths: lines.map((_, line) => (passes[line] ? axes.length : 0)),
    say: ({ series, index }) =>
      `${lines[series]?.label ?? ''}: ${axes[index]?.label ?? ''} ${textOf(index, series)}`,
    nearest: (x, y) => nearestLine(placed, lefts, x, y, passes),
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (cursor.place && spans.onKeyDown(event, cursor.place.index, cursor.place.series))
      event.preventDefault()
    else cursor.handlers.onKeyDown(event)
  }
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
          cursor={{ ...cursor, handlers: { ...cursor.handlers, onKeyDown } }}
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
            <AxisLine
              key={axis.id}
              axis={axis}
              placed={placed[index]}
              left={lefts[index] ?? 0}
              top={TOP}
              bottom={BOTTOM}
              span={spans.spans[axis.id]}
            />
          ))}
          {lines.map(({ id, mark }, index) => (
            <LinePath
              key={id}
              mark={mark}
              path={paths[index] ?? ''}
              places={placed.map(({ places }) => places[index])}
              lefts={lefts}
              opacity={!passes[index] ? 0.1 : chosen === undefined || chosen === index ? 1 : 0.22}
              width={chosen === index ? 3 : 1.75}
            />
          ))}
          {axes.map(({ id }, index) => (
            <AxisBrush
              key={id}
              left={lefts[index] ?? 0}
              top={TOP}
              bottom={BOTTOM}
              onSpan={(span) => spans.set(id, span)}
            />
          ))}
        </Plot>
      </div>
    </section>
  )
}
