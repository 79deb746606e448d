import { scaleOf } from './axis'
import { Figure } from './Figure'
import { Plot } from './Plot'
import { useCursor } from './useCursor'

export interface Bar {
  label: string
  value: number
  /** How far the value may be off, in its own unit. */
  spread?: number
}

interface BarsProps {
  title: string
  description?: string
  bars: readonly Bar[]
  /** What is measured. */
  valueTitle: string
  labelTitle: string
  /** What the whiskers are, if there are any. */
  spreadTitle?: string
  format: (value: number) => string
}

const LINE = 30

/** Lengths beside each other, each with its whisker. */
export function Bars(props: BarsProps) {
  const { bars, format } = props
  const spans = bars.flatMap(({ value, spread = 0 }) => [value - spread, value + spread])
  const scale = scaleOf({ label: props.valueTitle, format, fromZero: true }, spans, [0, 100])
  const cursor = useCursor({
    lengths: [bars.length],
    say: ({ index }) => {
      const bar = bars[index]
      return bar
        ? `${bar.label}: ${format(bar.value)}${bar.spread === undefined ? '' : ` ± ${format(bar.spread)}`}`
        : ''
    },
    nearest: (_, top) => {
      const index = Math.floor(top / LINE)
      return bars[index] ? { series: 0, index } : undefined
    },
  })
  return (
    <Figure
      title={props.title}
      {...(props.description ? { description: props.description } : {})}
      table={() => ({
        columns: [
          { title: props.labelTitle },
          { title: props.valueTitle, numeric: true, format },
          ...(props.spreadTitle === undefined ? [] : [{ title: props.spreadTitle, numeric: true, format }]),
        ],
        rows: bars.map(({ label, value, spread }) =>
          props.spreadTitle === undefined ? [label, value] : [label, value, spread],
        ),
      })}
    >
      <Plot
        label={props.title}
        height={bars.length * LINE}
        cursor={cursor}
        under={
          <div aria-hidden="true" className="grid">
            {bars.map((bar, index) => (
              <div
                key={bar.label}
                style={{ height: LINE }}
                className={`grid grid-cols-[minmax(5rem,30%)_1fr_4.5rem] items-center gap-2 rounded px-1 text-sm ${cursor.place?.index === index ? 'bg-sunken' : ''}`}
              >
                <span className="truncate" title={bar.label}>
                  {bar.label}
                </span>
                <Lane bar={bar} at={scale.at} />
                <span className="text-right font-mono text-xs">{format(bar.value)}</span>
              </div>
            ))}
          </div>
        }
      >
        {null}
      </Plot>
    </Figure>
  )
}

function Lane({ bar, at }: { bar: Bar; at: (value: number) => number }) {
  const { value, spread } = bar
  const [low, high] = [Math.min(0, value), Math.max(0, value)]
  return (
    <span className="relative block h-full">
      <span
        className="absolute inset-y-2 rounded-sm bg-data-1"
        style={{ left: `${at(low)}%`, width: `${at(high) - at(low)}%` }}
      />
      {spread !== undefined && (
        <span
          className="absolute inset-y-3 border-ink border-x"
          style={{ left: `${at(value - spread)}%`, width: `${at(value + spread) - at(value - spread)}%` }}
        >
          <span className="absolute inset-x-0 top-1/2 border-ink border-t" />
        </span>
      )}
    </span>
  )
}
