import { scaleOf } from '../axis'

/** One direction of parallel coordinates: a number or a word for each line. */
export interface ParallelAxis {
  id: string
  label: string
  /** One for each line; `undefined` where a line has none. */
  values: readonly (number | string | undefined)[]
  format: (value: number) => string
  /** Drawn with its smallest value on top: less is better. */
  falling?: boolean
}

export interface PlacedAxis {
  /** Where each line crosses, in px; `undefined` where it does not. */
  places: (number | undefined)[]
  /** What stands beside the axis, and where. */
  ticks: { at: number; text: string }[]
}

/** From this ratio on, positive values are spread by their powers of ten. */
const WIDE_RATIO = 100
const MOST_WORDS = 8

/** Places the values of an axis between two ends in px. Numbers by size, words one below the other. */
export function placeAxis(axis: ParallelAxis, bottom: number, top: number): PlacedAxis {
  const given = axis.values.filter((value) => value !== undefined)
  return given.every((value) => typeof value === 'number')
    ? placeNumbers(axis, given, bottom, top)
    : placeWords(axis, given.map(String), bottom, top)
}

function placeNumbers(axis: ParallelAxis, given: readonly number[], bottom: number, top: number): PlacedAxis {
  const [low, high] = [Math.min(...given), Math.max(...given)]
  const kind = low > 0 && high / low >= WIDE_RATIO ? 'log' : 'linear'
  const range: [number, number] = axis.falling ? [top, bottom] : [bottom, top]
  const domain: [number, number] = low < high ? [low, high] : [low - 1, high + 1]
  const scale = scaleOf({ label: axis.label, format: axis.format, kind, domain }, given, range)
  const ends = low < high ? [low, high] : [low]
  return {
    places: axis.values.map((value) => (typeof value === 'number' ? scale.at(value) : undefined)),
    ticks: given.length === 0 ? [] : ends.map((value) => ({ at: scale.at(value), text: axis.format(value) })),
  }
}

function placeWords(axis: ParallelAxis, given: readonly string[], bottom: number, top: number): PlacedAxis {
  const words = [...new Set(given)].sort(new Intl.Collator(undefined, { numeric: true }).compare)
  const step = words.length > 1 ? (top - bottom) / (words.length - 1) : 0
  const at = (word: string) => (words.length > 1 ? bottom + words.indexOf(word) * step : (bottom + top) / 2)
  const shown = words.length > MOST_WORDS ? [words[0], words.at(-1)] : words
  return {
    places: axis.values.map((value) => (value === undefined ? undefined : at(String(value)))),
    ticks: shown.flatMap((word) => (word === undefined ? [] : [{ at: at(word), text: word }])),
  }
}

/** The line nearest to a spot between axes that stand at `lefts`, if one of those in sight is near enough in px. */
export function nearestLine(
  axes: readonly PlacedAxis[],
  lefts: readonly number[],
  x: number,
  y: number,
  inSight: readonly boolean[],
  reach = 24,
): { series: number; index: number } | undefined {
  const after = lefts.findIndex((left) => left >= x)
  const right = after < 0 ? lefts.length - 1 : Math.max(after, 1)
  const left = Math.max(0, right - 1)
  const span = (lefts[right] ?? 0) - (lefts[left] ?? 0)
  const share = span > 0 ? Math.max(0, Math.min((x - (lefts[left] ?? 0)) / span, 1)) : 0
  const index = share < 0.5 ? left : right
  let best: { series: number; index: number } | undefined
  let least = reach
  axes[index]?.places.forEach((_, series) => {
    const [from, to] = [axes[left]?.places[series], axes[right]?.places[series]]
    const at = from !== undefined && to !== undefined ? from + (to - from) * share : (from ?? to)
    if (at !== undefined && inSight[series] && Math.abs(at - y) < least) {
      least = Math.abs(at - y)
      best = { series, index }
    }
  })
  return best
}
