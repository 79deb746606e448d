import { Slider } from '@base-ui/react/slider'
import { useMemo, useState } from 'react'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import { columnsOfDays, type Days, daysOf, dayText, spanOfDays } from './days'
import type { Choice } from './scored'
import type { MetricsChange } from './search'

/** Columns that are drawn at most. */
const MOST = 80

interface PeriodBrushProps {
  /** When trainings finished, those out of the period included. */
  times: readonly number[]
  choice: Choice
  onChange: (change: MetricsChange) => void
}

/** All of one's time with how much was trained when, and the period that is looked at, drawn or moved by keys. */
export function PeriodBrush({ times, choice, onChange }: PeriodBrushProps) {
  const days = useMemo(() => daysOf(times), [times])
  // On a single day there is nothing to choose from.
  if (!days || days.count < 2) return null
  const span = spanOfDays(days, choice.from, choice.to)
  return <Brush days={days} times={times} span={span} onChange={onChange} />
}

interface BrushProps extends Pick<PeriodBrushProps, 'times' | 'onChange'> {
  days: Days
  span: [number, number]
}

function Brush({ days, times, span, onChange }: BrushProps) {
  const { t, format } = useI18n()
  // What is being drawn counts until the address says another period.
  const [drawn, setDrawn] = useState({ since: span, period: span })
  const [from, to] = drawn.since.join() === span.join() ? drawn.period : span
  const columns = useMemo(() => columnsOfDays(days, times, MOST), [days, times])
  const most = Math.max(...columns.map(({ count }) => count))
  const last = days.count - 1
  const nameOf = (day: number) => format.day(`${dayText(days, day)}T00:00:00`)

  function take([start = 0, end = last]: readonly number[]) {
    onChange({
      period: undefined,
      from: start === 0 ? undefined : dayText(days, start),
      to: end === last ? undefined : dayText(days, end),
    })
  }

  return (
    <div className="grid w-full gap-1">
      <Slider.Root
        value={[from, to]}
        min={0}
        max={last}
        largeStep={7}
        onValueChange={([start = 0, end = last]) => setDrawn({ since: span, period: [start, end] })}
        onValueCommitted={take}
      >
        <Slider.Control className="mx-2.5 grid cursor-pointer touch-none select-none gap-2 pb-2">
          <span aria-hidden="true" className="flex h-12 items-end gap-px">
            {columns.map((column) => (
              <span
                key={column.from}
                className={cx(
                  'min-w-px flex-1 rounded-t-xs',
                  column.to >= from && column.from <= to ? 'bg-data-1' : 'bg-line',
                )}
                style={{ height: column.count === 0 ? 0 : `max(2px, ${(column.count / most) * 100}%)` }}
              />
            ))}
          </span>
          <Slider.Track className="h-1 rounded-full bg-line">
            <Slider.Indicator className="rounded-full bg-action" />
            {(['from', 'to'] as const).map((end, index) => (
              <Slider.Thumb
                key={end}
                index={index}
                getAriaLabel={() => t.metrics.periodEnds[end]}
                getAriaValueText={(_, day) => nameOf(day)}
                className="size-5 rounded-full border-2 border-action bg-surface has-focus-visible:outline-2 has-focus-visible:outline-action has-focus-visible:outline-offset-2"
              />
            ))}
          </Slider.Track>
        </Slider.Control>
      </Slider.Root>
      <p aria-hidden="true" className="flex justify-between gap-4 font-mono text-muted text-xs">
        <span>{nameOf(from)}</span>
        <span>{nameOf(to)}</span>
      </p>
    </div>
  )
}
