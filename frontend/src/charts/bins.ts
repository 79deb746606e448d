import { bin } from 'd3-array'

/** How many values lie from `from` up to, but without, `to`; the last bin has its `to` as well. */
export interface Bin {
  from: number
  to: number
  count: number
}

/** Sorts numbers into about so many bins with round borders; what is no number is left out. */
export function binsOf(values: readonly number[], about = 24): Bin[] {
  const numbers = values.filter(Number.isFinite)
  return bin()
    .thresholds(about)(numbers)
    .map((values) => ({ from: values.x0 ?? 0, to: values.x1 ?? 0, count: values.length }))
    .filter(({ from, to, count }) => to > from || count > 0)
}
