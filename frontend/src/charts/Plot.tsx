import { type ReactNode, useId } from 'react'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import { useChartSize } from './useChartSize'
import type { useCursor } from './useCursor'

/** The part of a chart where data stands, in px. */
export interface Area {
  left: number
  right: number
  top: number
  bottom: number
  /** Of the whole chart. */
  width: number
  height: number
}

interface PlotProps {
  /** What it is and what it says, in short. */
  label: string
  height: number
  cursor: Pick<ReturnType<typeof useCursor>, 'place' | 'spoken' | 'handlers' | 'opens'>
  /** Below the vector drawing, for example a canvas. */
  under?: ReactNode
  /** Above it, for example the readout of the cursor. */
  over?: ReactNode
  children: ReactNode
}

/** The drawing surface: one Tab stop whose cursor is moved by arrows and says where it is. */
export function Plot({ label, height, cursor, under, over, children }: PlotProps) {
  const { t } = useI18n()
  const hint = useId()
  return (
    <div
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: its cursor is moved by keys
      tabIndex={0}
      aria-label={label}
      aria-describedby={hint}
      className={cx(
        'relative w-full touch-pan-y select-none overflow-hidden rounded-md',
        cursor.opens && cursor.place && 'cursor-pointer',
      )}
      style={{ height }}
      {...cursor.handlers}
    >
      {under}
      <svg aria-hidden="true" width="100%" height={height} className="absolute inset-0">
        {children}
      </svg>
      {over}
      <span id={hint} className="sr-only">
        {t.charts.hint}
        {cursor.opens && ` ${t.charts.hintOpen}`}
      </span>
      <span aria-live="polite" className="sr-only">
        {cursor.spoken}
      </span>
    </div>
  )
}

/** Measures itself, then draws. Until then it keeps the height free. */
export function Sized(props: { height: number; children: (width: number) => ReactNode }) {
  const [box, width] = useChartSize<HTMLDivElement>()
  return (
    <div ref={box} className="w-full min-w-0" style={{ minHeight: props.height }}>
      {width > 0 && props.children(width)}
    </div>
  )
}

const READOUT_WIDTH = 208

/** What the cursor is on, beside it. */
export function Readout(props: { x: number; y: number; area: Area; children: ReactNode }) {
  const { x, y, area } = props
  const left = x + 12 + READOUT_WIDTH > area.width ? Math.max(0, x - 12 - READOUT_WIDTH) : x + 12
  const toTheLeft = left < x
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute top-0 left-0 grid grid-cols-[minmax(0,1fr)] gap-0.5 rounded-lg border border-line bg-surface px-2.5 py-1.5 text-xs shadow-overlay"
      style={{
        maxWidth: READOUT_WIDTH,
        transform: `translate(${toTheLeft ? `calc(${x - 12}px - 100%)` : `${left}px`}, ${Math.max(0, Math.min(y - 12, area.height - 64))}px)`,
      }}
    >
      {props.children}
    </div>
  )
}
