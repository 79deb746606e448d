import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale'
import { timeTicks } from 'd3-time'

/** What a direction of a chart shows. */
export interface Axis {
  /** What is measured, with its unit. */
  label: string
  /** How its values are written. */
  format: (value: number) => string
  /** How they are written beside the axis, where there is less room; otherwise the same. */
  formatTick?: (value: number) => string
  /** From where to where; otherwise from the smallest value to the largest, a little rounded. */
  domain?: [number, number] | undefined
  /** `log` for positive values over several powers of ten; `time` for milliseconds since 1970. */
  kind?: 'linear' | 'log' | 'time'
  /** Zero is in sight, as bars need it. */
  fromZero?: boolean
}

export interface Scale {
  /** Where a value stands, in px. */
  at: (value: number) => number
  /** The value at a place. */
  invert: (place: number) => number
  /** Round values, a few. */
  ticks: number[]
  domain: [number, number]
}

/** Places values of an axis between two ends in px. */
export function scaleOf(
  axis: Axis,
  values: Iterable<number>,
  range: [number, number],
  tickDistance = 70,
): Scale {
  const count = Math.max(2, Math.round(Math.abs(range[1] - range[0]) / tickDistance))
  const domain = axis.domain ?? extentOf(values, axis)
  if (axis.kind === 'time') {
    // Not d3's scaleTime, which brings a formatter of dates along that nothing here uses.
    const time = scaleLinear().domain(domain).range(range)
    return {
      at: (value) => time(value),
      invert: (place) => time.invert(place),
      // No moment is written more exactly than by its second: parts of one would all read the same.
      ticks: timeTicks(new Date(domain[0]), new Date(domain[1]), count)
        .map(Number)
        .filter((tick) => tick % 1_000 === 0),
      domain,
    }
  }
  const scale: ScaleContinuousNumeric<number, number> = (axis.kind === 'log' ? scaleLog() : scaleLinear())
    .domain(domain)
    .range(range)
  if (!axis.domain) scale.nice(count)
  const [low = 0, high = 1] = scale.domain()
  return {
    at: (value) => scale(value),
    invert: (place) => scale.invert(place),
    ticks: axis.kind === 'log' ? logTicks(scale.ticks(), low, high) : scale.ticks(count),
    domain: [low, high],
  }
}

/** Powers of ten alone, where there are several. */
function logTicks(ticks: number[], low: number, high: number): number[] {
  if (high / low < 50) return ticks.length > 6 ? ticks.filter((_, index) => index % 2 === 0) : ticks
  return ticks.filter((tick) => Number.isInteger(Math.log10(tick)))
}

/** The smallest and the largest value, never equal. */
function extentOf(values: Iterable<number>, axis: Axis): [number, number] {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (!Number.isFinite(value) || (axis.kind === 'log' && value <= 0)) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  if (axis.fromZero) {
    low = Math.min(low, 0)
    high = Math.max(high, 0)
  }
  if (low > high) return axis.kind === 'log' ? [1, 10] : [0, 1]
  if (low < high) return [low, high]
  if (axis.kind === 'log') return [low / 2, high * 2]
  const around = axis.kind === 'time' ? 3_600_000 : Math.abs(low) / 10 || 1
  return [low - around, high + around]
}
