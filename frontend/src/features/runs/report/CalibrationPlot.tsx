import { type ReactNode, useMemo } from 'react'
import { Axes, areaOf, roomFor } from '@/charts/Axes'
import { type Axis, scaleOf } from '@/charts/axis'
import { Figure } from '@/charts/Figure'
import { Diagonal } from '@/charts/Guides'
import { colourOf, type Mark, markAt } from '@/charts/marks'
import { nearestPlace } from '@/charts/nearest'
import { Plot, Readout, Sized } from '@/charts/Plot'
import { Value } from '@/charts/PointReadout'
import { useCursor } from '@/charts/useCursor'
import { useI18n } from '@/i18n/I18nProvider'
import type { Schemas } from '../detail'
import { CountStrip } from './CountStrip'
import { isBeyondChance, rangeOf } from './calibration'
import { GroupMark } from './GroupMark'

type Bin = Schemas['CalibrationBin']

interface CalibrationPlotProps {
  bins: readonly Bin[]
  description: ReactNode
  /** What the probabilities are of. */
  said: string
}

/** Of the diagram, and of the counts below it, in px. */
const HEIGHT = 360
const STRIP = 72
const FITS = markAt(0)
const OFF: Mark = { hue: 2, marker: 3 }

/** What is said against what is so, a point for each group of rows with its interval; right is on the diagonal. */
export function CalibrationPlot({ bins, description, said }: CalibrationPlotProps) {
  const { t, format } = useI18n()
  const words = t.run.calibration
  const legend = [
    { id: 'fits', label: words.fits, mark: FITS },
    { id: 'off', label: words.off, mark: OFF },
  ]
  return (
    <Figure
      title={words.title}
      description={description}
      legend={bins.some(isBeyondChance) ? legend : []}
      table={() => ({
        columns: [
          ...[said, words.observed, words.low, words.high].map((title) => ({
            title,
            numeric: true,
            format: format.percent,
          })),
          { title: t.run.rows, numeric: true, format: format.whole },
        ],
        rows: bins.map(({ predicted, observed, low, high, count }) => [
          predicted,
          observed,
          low,
          high,
          count,
        ]),
      })}
    >
      <Sized height={HEIGHT + STRIP}>{(width) => <Groups bins={bins} said={said} width={width} />}</Sized>
    </Figure>
  )
}

function Groups({ bins, said, width }: Pick<CalibrationPlotProps, 'bins' | 'said'> & { width: number }) {
  const { t, format } = useI18n()
  const words = t.run.calibration
  const { area, x, y } = useMemo(() => {
    const axis = (label: string): Axis => ({ label, format: format.percent, domain: rangeOf(bins) })
    const [across, along] = [axis(said), axis(words.observed)]
    const yScale = scaleOf(along, [], [HEIGHT - 38, 22], 60)
    const area = areaOf(width, HEIGHT, roomFor(along, yScale.ticks))
    const xScale = scaleOf(across, [], [area.left, area.right], 72)
    return { area, x: { axis: across, scale: xScale }, y: { axis: along, scale: yScale } }
  }, [bins, width, said, words, format])
  const points = useMemo(() => bins.map(({ predicted, observed }) => ({ x: predicted, y: observed })), [bins])
  const interval = ({ low, high }: Bin) => `${format.percent(low)} – ${format.percent(high)}`
  const cursor = useCursor({
    lengths: [bins.length],
    say: ({ index }) => {
      const bin = bins[index]
      return bin
        ? words.group(
            format.percent(bin.predicted),
            format.percent(bin.observed),
            interval(bin),
            bin.count,
            isBeyondChance(bin),
          )
        : ''
    },
    // Over the counts only where a group stands from left to right matters.
    nearest: (left, top) => {
      const level = top > HEIGHT ? y.scale.domain[0] : undefined
      const spots = points.map((point) => ({ x: point.x, y: level ?? point.y }))
      return nearestPlace([{ points: spots }], x.scale, y.scale, left, Math.min(top, area.bottom))
    },
  })
  const chosen = cursor.place && bins[cursor.place.index]
  const path = points.map((point) => `${x.scale.at(point.x)},${y.scale.at(point.y)}`).join('L')
  return (
    <Plot
      label={words.title}
      height={HEIGHT + STRIP}
      cursor={cursor}
      over={
        chosen && (
          <Readout x={x.scale.at(chosen.predicted)} y={y.scale.at(chosen.observed)} area={area}>
            <Value name={words.saidShort} value={format.percent(chosen.predicted)} />
            <Value name={words.soShort} value={format.percent(chosen.observed)} />
            <Value name={words.interval} value={interval(chosen)} />
            <Value name={t.run.rows} value={format.whole(chosen.count)} />
          </Readout>
        )
      }
    >
      <Axes area={area} x={x} y={y} />
      <Diagonal label={words.diagonal} area={area} />
      <path
        d={`M${path}`}
        fill="none"
        style={{ color: colourOf(FITS) }}
        stroke="currentColor"
        opacity={0.5}
      />
      {bins.map((bin) => (
        <GroupMark
          key={bin.predicted}
          bin={bin}
          mark={isBeyondChance(bin) ? OFF : FITS}
          x={x.scale.at}
          y={y.scale.at}
          state={chosen === bin ? 'chosen' : chosen ? 'faded' : 'plain'}
        />
      ))}
      <CountStrip
        bins={bins}
        chosen={chosen}
        at={x.scale.at}
        top={HEIGHT}
        height={STRIP}
        area={area}
        title={t.run.rows}
      />
    </Plot>
  )
}
