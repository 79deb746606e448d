import { type ReactNode, useMemo } from 'react'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import { Axes, areaOf, roomFor } from './Axes'
import { type Axis, scaleOf } from './axis'
import type { Bin } from './bins'
import { Figure } from './Figure'
import { Plot, Readout, Sized } from './Plot'
import { Value } from './PointReadout'
import { useCursor } from './useCursor'

interface HistogramProps {
  title: string
  description?: ReactNode
  x: Axis
  /** What is counted. */
  countTitle: string
  bins: readonly Bin[]
  /** A value that all others are seen against. */
  reference?: { x: number; label: string }
  height?: number
}

/** How values are spread: a bar for each bin. */
export function Histogram(props: HistogramProps) {
  const { t, format } = useI18n()
  const { x, bins, height = 220 } = props
  return (
    <Figure
      title={props.title}
      description={props.description}
      table={() => ({
        columns: [
          { title: t.charts.from, numeric: true, format: x.format },
          { title: t.charts.to, numeric: true, format: x.format },
          { title: props.countTitle, numeric: true, format: format.whole },
        ],
        rows: bins.map(({ from, to, count }) => [from, to, count]),
      })}
    >
      <Sized height={height}>{(width) => <Columns {...props} height={height} width={width} />}</Sized>
    </Figure>
  )
}

function Columns(props: HistogramProps & { width: number; height: number }) {
  const { format } = useI18n()
  const { x, bins, width, height, countTitle, reference } = props
  const y = useMemo(
    (): Axis => ({ label: countTitle, format: format.whole, fromZero: true }),
    [countTitle, format],
  )
  const { area, xScale, yScale } = useMemo(() => {
    const counts = bins.map(({ count }) => count)
    const yScale = scaleOf(y, [0, ...counts], [height - 38, 22], 44)
    const area = areaOf(width, height, roomFor(y, yScale.ticks))
    const ends = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 1, ...(reference ? [reference.x] : [])]
    const domain: [number, number] = [Math.min(...ends), Math.max(...ends)]
    return { area, yScale, xScale: scaleOf({ domain, ...x }, [], [area.left, area.right], 88) }
  }, [bins, x, y, width, height, reference])
  const range = (bin: Bin) => `${x.format(bin.from)} – ${x.format(bin.to)}`
  const cursor = useCursor({
    lengths: [bins.length],
    say: ({ index }) => {
      const bin = bins[index]
      return bin ? `${x.label} ${range(bin)}: ${format.whole(bin.count)} ${countTitle}` : ''
    },
    nearest: (left) => {
      const value = xScale.invert(left)
      const index = bins.findIndex(({ from, to }) => value >= from && value <= to)
      return index < 0 ? undefined : { series: 0, index }
    },
  })
  const chosen = cursor.place && bins[cursor.place.index]
  return (
    <Plot
      label={props.title}
      height={height}
      cursor={cursor}
      over={
        chosen && (
          <Readout x={xScale.at((chosen.from + chosen.to) / 2)} y={yScale.at(chosen.count)} area={area}>
            <Value name={x.label} value={range(chosen)} />
            <Value name={countTitle} value={format.whole(chosen.count)} />
          </Readout>
        )
      }
    >
      <Axes area={area} x={{ axis: x, scale: xScale }} y={{ axis: y, scale: yScale }} />
      {bins.map((bin) => (
        <rect
          key={bin.from}
          x={xScale.at(bin.from) + 0.5}
          width={Math.max(xScale.at(bin.to) - xScale.at(bin.from) - 1, 1)}
          y={yScale.at(bin.count)}
          height={area.bottom - yScale.at(bin.count)}
          className={cx('fill-data-1', chosen && chosen !== bin && 'opacity-50')}
        />
      ))}
      {reference && (
        <g transform={`translate(${xScale.at(reference.x)},0)`}>
          <line y1={area.top} y2={area.bottom} className="stroke-ink" strokeDasharray="4 4" />
          <text y={area.top - 8} textAnchor="middle" className="fill-ink text-[11px]">
            {reference.label}
          </text>
        </g>
      )}
    </Plot>
  )
}
