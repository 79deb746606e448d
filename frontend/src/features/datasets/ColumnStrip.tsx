import { useI18n } from '@/i18n/I18nProvider'
import type { ColumnProfile } from './profile'

const WIDTH = 96
const HEIGHT = 28
const SHOWN_VALUES = 3

/** A column's distribution in little: a histogram of numbers, the shares of the most frequent words. */
export function ColumnStrip({ column, rows }: { column: ColumnProfile; rows: number }) {
  if (column.numeric) return <HistogramStrip column={column} />
  if (column.top_values.length > 0) return <ShareStrip column={column} rows={rows} />
  return <span className="block h-7" />
}

function HistogramStrip({ column }: { column: ColumnProfile }) {
  const { t, format } = useI18n()
  const { histogram, min, max } = column.numeric as NonNullable<ColumnProfile['numeric']>
  const most = Math.max(...histogram.counts, 1)
  const width = WIDTH / Math.max(histogram.counts.length, 1)
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t.dataset.histogramLabel(column.name, format.score(min), format.score(max))}
      className="block h-7 w-full text-data-1"
    >
      {histogram.counts.map((count, index) => {
        const height = count === 0 ? 0 : Math.max((count / most) * (HEIGHT - 1), 1)
        return (
          <rect
            key={index}
            x={index * width}
            y={HEIGHT - height}
            width={Math.max(width - 0.8, 0.5)}
            height={height}
            fill="currentColor"
          />
        )
      })}
    </svg>
  )
}

/** Shares of the most frequent values, side by side. */
function ShareStrip({ column, rows }: { column: ColumnProfile; rows: number }) {
  const { t, format } = useI18n()
  const total = Math.max(rows - column.missing, 1)
  const shown = column.top_values.slice(0, SHOWN_VALUES)
  const words = shown.map(({ value, count }) => `${value} ${format.percent(count / total)}`)
  const tones = ['bg-data-1', 'bg-data-5', 'bg-data-3']
  return (
    <span className="grid h-7 content-end gap-1" title={words.join(' · ')}>
      <span className="truncate text-muted text-xs leading-none">{words[0]}</span>
      <span
        role="img"
        aria-label={t.dataset.sharesLabel(column.name, words.join(', '))}
        className="flex h-2 gap-px overflow-hidden rounded-sm bg-sunken"
      >
        {shown.map(({ value, count }, index) => (
          <span key={value} className={tones[index]} style={{ width: `${(count / total) * 100}%` }} />
        ))}
      </span>
    </span>
  )
}
