import { colourOf, type Mark, outlineOf } from './marks'

interface IntervalStripProps {
  /** What it says, for those who cannot see it; left out where the same stands beside it in words. */
  words?: string
  value: number
  mark: Mark
  /** Between which values the true one probably is. */
  interval?: { low: number; high: number } | undefined
  /** The level that it is measured against. */
  baseline?: number | undefined
  /** The values at the left and the right end; the first may be the larger. */
  domain: readonly [number, number]
}

/** A score on a line: its marker, its interval as a band, the baseline as a bar across, and the way between them. */
export function IntervalStrip({ words, value, mark, interval, baseline, domain }: IntervalStripProps) {
  const [from, to] = domain
  const share = (number: number) => Math.max(0, Math.min((number - from) / (to - from || 1), 1)) * 100
  /** The part of the line between two values, whichever is to the left. */
  const between = (one: number, other: number) => ({
    left: `${Math.min(share(one), share(other))}%`,
    right: `${100 - Math.max(share(one), share(other))}%`,
  })
  return (
    <span
      {...(words === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': words })}
      className="relative block h-5 w-full"
      style={{ color: colourOf(mark) }}
    >
      <span className="absolute inset-x-0 top-1/2 h-px bg-line" />
      {interval && (
        <span
          className="absolute top-1/2 h-2 -translate-y-1/2 rounded-sm bg-current opacity-35"
          style={between(interval.low, interval.high)}
        />
      )}
      {baseline !== undefined && (
        <>
          <span
            className="absolute top-1/2 h-0.5 -translate-y-1/2 bg-current"
            style={between(baseline, value)}
          />
          <span
            className="absolute inset-y-0.5 w-0.5 -translate-x-1/2 bg-ink"
            style={{ left: `${share(baseline)}%` }}
          />
        </>
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
