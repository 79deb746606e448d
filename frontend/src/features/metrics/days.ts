/** Days one after another, as they are at the place where the page is looked at. */
export interface Days {
  /** When the first one starts, in milliseconds since 1970. */
  first: number
  count: number
}

const DAY = 24 * 3_600_000

/** The days from the first of some moments to the last; none without moments. */
export function daysOf(times: readonly number[]): Days | undefined {
  if (times.length === 0) return undefined
  const first = startOfDay(Math.min(...ends(times)))
  return { first, count: dayOf({ first, count: 0 }, Math.max(...ends(times))) + 1 }
}

/** The smallest and the largest; a list may be longer than a call may have arguments. */
function ends(times: readonly number[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const time of times) {
    if (time < low) low = time
    if (time > high) high = time
  }
  return [low, high]
}

function startOfDay(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0)
}

/** On which day a moment is, counted from 0. Days are not all equally long, so it is rounded. */
export function dayOf({ first }: Days, time: number): number {
  return Math.round((startOfDay(time) - first) / DAY)
}

/** A day as addresses have it: `2026-05-31`. */
export function dayText({ first }: Days, day: number): string {
  const date = new Date(first)
  date.setDate(date.getDate() + day)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The first and the last day of a time that may be open at either end; within the days that there are. */
export function spanOfDays(
  days: Days,
  from = Number.NEGATIVE_INFINITY,
  to = Number.POSITIVE_INFINITY,
): [number, number] {
  const within = (day: number) => Math.max(0, Math.min(day, days.count - 1))
  const start = from === Number.NEGATIVE_INFINITY ? 0 : within(dayOf(days, from))
  const end = to === Number.POSITIVE_INFINITY ? days.count - 1 : within(dayOf(days, to))
  return [Math.min(start, end), end]
}

/** How many moments are in each of some columns of equally many days. */
export interface DayColumn {
  from: number
  /** The last day, included. */
  to: number
  count: number
}

/** Moments sorted into at most so many columns of days. */
export function columnsOfDays(days: Days, times: readonly number[], most: number): DayColumn[] {
  const width = Math.ceil(days.count / most)
  const columns = Array.from({ length: Math.ceil(days.count / width) }, (_, index) => ({
    from: index * width,
    to: Math.min((index + 1) * width, days.count) - 1,
    count: 0,
  }))
  for (const time of times) {
    const column = columns[Math.floor(dayOf(days, time) / width)]
    if (column) column.count += 1
  }
  return columns
}
