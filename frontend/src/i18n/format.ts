const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Below this a price is shown as "less than". */
const SMALLEST_PRICE = 0.0001

/** How percentage points are abbreviated. */
const POINTS: Record<string, string> = { ru: 'п. п.' }

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** Numbers, prices and times as people of a language write them. */
export interface Format {
  /** A score: "0.83", "0.975", "53.3", "1,204". */
  score(value: number): string
  /** A difference of scores with its sign: "+0.39". */
  delta(value: number): string
  /** A number from −1 to 1 in two digits: "0.57". */
  ratio(value: number): string
  /** A whole number: "10,000". */
  whole(value: number): string
  /** A share as a percentage: "95%". */
  percent(share: number): string
  /** A difference of shares in percentage points: "+12.5 pp". */
  points(difference: number): string
  /** Dollars: "$0.0004". */
  price(dollars: number): string
  /** Dollars beside an axis, in one digit: "$0.00002". */
  priceTick(dollars: number): string
  /** A length of time in milliseconds: "740 ms", "3.2 s", "2 min". */
  duration(milliseconds: number): string
  /** A size in bytes, in steps of 1000: "15 kB". */
  bytes(size: number): string
  /** How long ago a moment was: "3 min ago". */
  ago(iso: string, now: number): string
  /** A day: "25 Feb 2027". */
  day(iso: string): string
  /** A moment, in full. */
  moment(iso: string): string
  /** A moment in milliseconds since 1970, where there is little room: "27 Nov 2026, 10:40". */
  shortMoment(time: number): string
  /** A moment beside the axis of a time of so many milliseconds: "10:40:05", "10:40", "27 Nov" or "Nov 2026". */
  timeTick(time: number, span: number): string
}

export function createFormat(locale: string): Format {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' })
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const shortMoments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' })
  const seconds = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', hourCycle: 'h23' })
  const dates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })
  const months = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric' })
  const dollar = { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' } as const
  const formats = new Map<string, Intl.NumberFormat>()
  // Making a format costs much more than using it, and a table has hundreds of numbers.
  const number = (value: number, options: Intl.NumberFormatOptions) => {
    const key = JSON.stringify(options)
    let found = formats.get(key)
    if (!found) {
      found = new Intl.NumberFormat(locale, options)
      formats.set(key, found)
    }
    return found.format(value)
  }
  const unit = (value: number, name: string, digits: number) =>
    number(value, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: digits })

  return {
    // What rounds to zero has no sign.
    score: (value) => number(value, { ...digitsFor(value), signDisplay: 'negative' }),
    delta: (value) => number(value, { ...digitsFor(value), signDisplay: 'exceptZero' }),
    ratio: (value) =>
      number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'negative' }),
    whole: (value) => number(value, { maximumFractionDigits: 0 }),
    percent: (share) => number(share, { style: 'percent', maximumFractionDigits: 1 }),
    points: (difference) =>
      `${number(100 * difference, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })} ${POINTS[locale.slice(0, 2)] ?? 'pp'}`,
    price(dollars) {
      if (dollars > 0 && dollars < SMALLEST_PRICE) {
        return `< ${number(SMALLEST_PRICE, { ...dollar, maximumSignificantDigits: 1 })}`
      }
      if (dollars === 0 || dollars >= 1) return number(dollars, dollar)
      return number(dollars, { ...dollar, maximumSignificantDigits: 2 })
    },
    priceTick: (dollars) =>
      number(dollars, { ...dollar, maximumSignificantDigits: 1, minimumFractionDigits: 0 }),
    duration(milliseconds) {
      if (milliseconds < SECOND) return unit(milliseconds, 'millisecond', 0)
      if (milliseconds < MINUTE) return unit(milliseconds / SECOND, 'second', 1)
      return unit(milliseconds / MINUTE, 'minute', 1)
    },
    bytes(size) {
      if (size < 1000) return number(size, { style: 'unit', unit: 'byte', unitDisplay: 'long' })
      const step = Math.min(Math.floor(Math.log10(Math.max(size, 1)) / 3), BYTE_UNITS.length - 1)
      return unit(size / 1000 ** step, BYTE_UNITS[step] ?? 'byte', 1)
    },
    ago(iso, now) {
      const passed = Math.max(now - Date.parse(iso), 0)
      const [size, name] = unitOf(passed)
      // English writes "3 min. ago"; nobody else does.
      return relative.format(-Math.floor(passed / size), name).replace(/\. ago$/, ' ago')
    },
    day: (iso) => days.format(new Date(iso)),
    moment: (iso) => moments.format(new Date(iso)),
    shortMoment: (time) => shortMoments.format(time),
    timeTick(time, span) {
      if (span > 0 && span < 10 * MINUTE) return seconds.format(time)
      if (span < 2 * DAY) return clock.format(time)
      return (span < 360 * DAY ? dates : months).format(time)
    },
  }
}

/** Enough digits to tell two models apart, and no more. */
function digitsFor(value: number): Intl.NumberFormatOptions {
  const size = Math.abs(value)
  if (size >= 100) return { maximumFractionDigits: 0 }
  if (size >= 10) return { maximumFractionDigits: 1 }
  return { minimumFractionDigits: 2, maximumFractionDigits: size >= 1 ? 2 : 3 }
}

function unitOf(passed: number): [number, Intl.RelativeTimeFormatUnit] {
  if (passed < MINUTE) return [SECOND, 'second']
  if (passed < HOUR) return [MINUTE, 'minute']
  if (passed < DAY) return [HOUR, 'hour']
  if (passed < 30 * DAY) return [DAY, 'day']
  return [30 * DAY, 'month']
}
