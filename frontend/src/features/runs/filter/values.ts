/** A number as people type it: `0.9`, `0,9`, `90%`, `$0.001`, `1e-3`; undefined for anything else. */
export function numberOf(text: string): number | undefined {
  const plain = text.replace(/^\$/, '').replace(',', '.')
  const percent = plain.endsWith('%')
  const digits = percent ? plain.slice(0, -1) : plain
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(digits)) return undefined
  return Number(digits) / (percent ? 100 : 1)
}

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const UNITS: Record<string, number> = {
  ms: 1,
  s: SECOND,
  sec: SECOND,
  m: MINUTE,
  min: MINUTE,
  h: HOUR,
  d: DAY,
  w: 7 * DAY,
}

/** Milliseconds of `740ms`, `2.5s`, `3min`, `1h`, `7d`, `2w`; a number alone is in seconds. */
export function durationOf(text: string): number | undefined {
  const parts = /^([^a-z]+)([a-z]*)$/i.exec(text)
  const amount = parts?.[1] === undefined ? undefined : numberOf(parts[1])
  const unit = parts?.[2] ? UNITS[parts[2].toLowerCase()] : SECOND
  return amount === undefined || unit === undefined ? undefined : amount * unit
}

/** First and last millisecond of a year, month or day of this place's calendar: `2026`, `2026-11`, `2026-11-20`. */
export function dateSpanOf(text: string): [number, number] | undefined {
  const parts = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text)
  if (!parts) return undefined
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? 1) - 1, Number(parts[3] ?? 1)]
  const start = new Date(year, month, day)
  if (start.getMonth() !== month || start.getDate() !== day) return undefined
  const end = parts[3]
    ? new Date(year, month, day + 1)
    : parts[2]
      ? new Date(year, month + 1, 1)
      : new Date(year + 1, 0, 1)
  return [start.getTime(), end.getTime() - 1]
}
