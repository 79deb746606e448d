import { binsOf } from '@/charts/bins'
import type { Point } from '@/charts/decimate'

/** For each list of numbers, which share of it lies around each place; all in the same bins, so that they compare. */
export function sharesOf(lists: readonly (readonly number[])[], about = 18): Point[][] {
  const bins = binsOf(lists.flat(), about)
  return lists.map((values) =>
    bins.map(({ from, to }, index) => {
      const isLast = index === bins.length - 1
      const count = values.filter((value) => value >= from && (value < to || (isLast && value === to))).length
      return { x: (from + to) / 2, y: values.length > 0 ? count / values.length : 0 }
    }),
  )
}
