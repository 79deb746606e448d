import { colourOf, type Mark, outlineOf } from './marks'

interface IntervalStripProps {
  /** What it says, for those who cannot see it. */
  words: string
  value: number
  mark: Mark
  /** Between which values the true one probably is. */
  interval?: { low: number; high: number } | undefined
  /** The level that it is measured against. */
  baseline?: number | undefined
  /** The values at both ends. */
  domain: [number, number]
}

/** A score on a line: its marker, its interval as a band, and the baseline as a bar across. */
export function IntervalStrip({ words, value, mark, interval, baseline, domain }: IntervalStripProps) {
  const [from, to] = domain
  const share = (number: number) => Math.max(0, Math.min((number - from) / (to - from || 1), 1)) * 100
  return (
    <span
      role="img"
      aria-label={words}
      className="relative block h-5 w-full"
      style={{ color: colourOf(mark) }}
    >
      <span className="absolute inset-x-0 top-1/2 h-px bg-line" />
      {interval && (
        <span
          className="absolute top-1/2 h-2 -translate-y-1/2 rounded-sm bg-current opacity-35"
          style={{ left: `${share(interval.low)}%`, right: `${100 - share(interval.high)}%` }}
        />
      )}
      {baseline !== undefined && (
        <span
          className="absolute inset-y-0.5 w-0.5 -translate-x-1/2 bg-ink"
          style={{ left: `${share(baseline)}%` }}
        />
      )}
      <svg
        aria-hidden="true"
        viewBox="-6 -6 12 12"
        className="absolute top-1/2 size-3 -translate-1/2"
        style={{ left: `${share(value)}%` }}
      >
        <path
          d={outlineOf(mark)}
          transform="scale(5)"
          fill="currentColor"
          className="stroke-surface"
          strokeWidth={0.2}
        />
      </svg>
    </span>
  )
}
