/** Words that count as empty cells, in any case; the engine's list. */
const MISSING = new Set(['', 'nan', 'none', 'null', 'na'])

const NUMBER = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?$/

const MOMENT =
  /^(?:(\d{4})([-/])(\d\d)\2(\d\d)|(\d\d)\.(\d\d)\.(\d{4}))(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(Z|z|[+-]\d\d(?::?\d\d)?)?)?$/

/** Whether a cell says nothing. */
export function isMissing(cell: string): boolean {
  return MISSING.has(cell.trim().toLowerCase())
}

/** The finite number that a cell writes, with a point or a comma, as the engine reads it. */
export function parseNumber(cell: string): number | undefined {
  const text = cell.trim()
  if (!NUMBER.test(text)) return undefined
  const number = Number(text.replace(',', '.'))
  return Number.isFinite(number) ? number : undefined
}

/**
 * Seconds from 1970-01-01 UTC to a date such as `2024-05-31`, `2024/05/31` or `31.05.2024`, with or without a time and
 * a zone, as the engine reads it. Without a zone it is UTC.
 */
export function parseMoment(cell: string): number | undefined {
  const found = MOMENT.exec(cell.trim())
  if (!found) return undefined
  const [, y1, , m1, d1, d2, m2, y2, hours = '0', minutes = '0', seconds = '0', fraction = '0', zone] = found
  const [year, month, day] = [Number(y1 ?? y2), Number(m1 ?? m2), Number(d1 ?? d2)]
  const midnight = new Date(0)
  midnight.setUTCFullYear(year, month - 1, day)
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return undefined
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 60) return undefined
  const time = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${fraction}`)
  return midnight.getTime() / 1000 + time - offsetOf(zone)
}

function offsetOf(zone: string | undefined): number {
  if (zone === undefined || /^z$/i.test(zone)) return 0
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))]
  const offset = hours * 3600 + (zone.length > 3 ? minutes * 60 : 0)
  return zone.startsWith('-') ? -offset : offset
}
