import type { ReactNode } from 'react'
import { cx } from '@/lib/cx'
import { type Axis, scaleOf } from './axis'
import { Figure } from './Figure'
import { colourOf, type Mark, outlineOf } from './marks'
import { Plot } from './Plot'
import { Swatch } from './Swatch'
import { useCursor } from './useCursor'

/** A value and how sure it is. */
export interface Estimate {
  id: string
  label: string
  mark: Mark
  value: number
  interval: { low: number; high: number } | undefined
}

interface IntervalPlotProps {
  title: string
  description?: ReactNode
  /** What is measured. */
  axis: Axis
  estimates: readonly Estimate[]
  /** Values that all are measured against, drawn across. */
  references?: readonly { value: number; label: string }[]
  labelTitle: string
  lowTitle: string
  highTitle: string
}

const LINE = 32
const FOOT = 26

/** Values with their intervals below each other, as in a forest plot: where intervals overlap, order is not sure. */
export function IntervalPlot(props: IntervalPlotProps) {
  const { axis, estimates, references = [] } = props
  const ends = estimates.flatMap(({ value, interval }) => [
    value,
    interval?.low ?? value,
    interval?.high ?? value,
  ])
  const scale = scaleOf(axis, [...ends, ...references.map(({ value }) => value)], [0, 100], 22)
  const say = (index: number) => {
    const one = estimates[index]
    if (!one) return ''
    const span = one.interval && ` (${axis.format(one.interval.low)} – ${axis.format(one.interval.high)})`
    return `${one.label}: ${axis.format(one.value)}${span ?? ''}`
  }
  const cursor = useCursor({
    lengths: [estimates.length],
    say: ({ index }) => say(index),
    nearest: (_, top) => {
      const index = Math.floor(top / LINE)
      return estimates[index] ? { series: 0, index } : undefined
    },
  })
  return (
    <Figure
      title={props.title}
      description={props.description}
      table={() => ({
        columns: [
          { title: props.labelTitle },
          { title: axis.label, numeric: true, format: axis.format },
          { title: props.lowTitle, numeric: true, format: axis.format },
          { title: props.highTitle, numeric: true, format: axis.format },
        ],
        rows: estimates.map(({ label, value, interval }) => [label, value, interval?.low, interval?.high]),
      })}
    >
      <Plot
        label={props.title}
        height={estimates.length * LINE + FOOT}
        cursor={cursor}
        under={
          <div aria-hidden="true" className="relative">
            {estimates.map((one, index) => (
              <div
                key={one.id}
                style={{ height: LINE }}
                className={cx(
                  'grid grid-cols-[minmax(6rem,min(34%,16rem))_1fr_4rem] items-center gap-3 rounded px-1 text-sm',
                  cursor.place?.index === index && 'bg-sunken',
                )}
              >
                <span className="flex min-w-0 items-center gap-1.5" title={one.label}>
                  <Swatch mark={one.mark} />
                  <span className="truncate">{one.label}</span>
                </span>
                <Lane estimate={one} at={scale.at} references={references} />
                <span className="text-right font-mono text-xs">{axis.format(one.value)}</span>
              </div>
            ))}
            <div
              className="grid grid-cols-[minmax(6rem,min(34%,16rem))_1fr_4rem] gap-3 px-1"
              style={{ height: FOOT }}
            >
              <span />
              <span className="@container relative border-control border-t">
                {scale.ticks.map((tick) => (
                  <span
                    key={tick}
                    // Where there is little room, the ends say enough.
                    className="absolute top-1 -translate-x-1/2 font-mono text-[11px] text-muted not-first:not-last:@max-2xs:hidden"
                    style={{ left: `${scale.at(tick)}%` }}
                  >
                    {(axis.formatTick ?? axis.format)(tick)}
                  </span>
                ))}
              </span>
            </div>
          </div>
        }
      >
        {null}
      </Plot>
      {references.length > 0 && (
        <p className="flex items-center gap-2 text-muted text-xs">
          <span aria-hidden="true" className="inline-block h-3 border-ink border-l-2 border-dashed" />
          {references.map(({ label, value }) => `${label} ${axis.format(value)}`).join(' · ')}
        </p>
      )}
    </Figure>
  )
}

interface LaneProps {
  estimate: Estimate
  at: (value: number) => number
  references: readonly { value: number; label: string }[]
}

function Lane({ estimate, at, references }: LaneProps) {
  const { value, interval, mark } = estimate
  return (
    <span className="relative block h-full" style={{ color: colourOf(mark) }}>
      {references.map((reference) => (
        <span
          key={reference.label}
          className="absolute inset-y-0 border-ink border-l-2 border-dashed opacity-60"
          style={{ left: `${at(reference.value)}%` }}
        />
      ))}
      <span className="absolute inset-x-0 top-1/2 h-px bg-line" />
      {interval && (
        <span
          className="absolute top-1/2 h-2.5 -translate-y-1/2 border-current border-x-2"
          style={{ left: `${at(interval.low)}%`, width: `${at(interval.high) - at(interval.low)}%` }}
        >
          <span className="absolute inset-x-0 top-1/2 h-0.5 -translate-y-1/2 bg-current" />
        </span>
      )}
      <svg
        viewBox="-6 -6 12 12"
        className="absolute top-1/2 size-3.5 -translate-1/2"
        style={{ left: `${at(value)}%` }}
      >
        <title>{estimate.label}</title>
        <path
          d={outlineOf(mark)}
          transform="scale(5)"
          fill="currentColor"
          className="stroke-surface"
          strokeWidth={0.2}
        />
      </svg>
    </span>
  )
}
