import { lazy, type ReactNode, Suspense, useId, useState } from 'react'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import type { Mark } from './marks'
import { Swatch } from './Swatch'

interface TableColumn {
  title: string
  numeric?: boolean
  format?: (value: number) => string
  /** What a cell shows instead of its value, for example a link with it. */
  render?: (row: number) => ReactNode
}

/** What a chart shows, in rows: for those who cannot see it, and for those who want the numbers. */
export interface TableView {
  columns: TableColumn[]
  rows: (string | number | undefined)[][]
}

export interface LegendItem {
  id: string
  label: string
  mark: Mark
}

interface FigureProps {
  /** What the chart is. */
  title: string
  /** How to read it, in a sentence or two. */
  description?: ReactNode
  legend?: readonly LegendItem[]
  /** Whether the legend's marks stand for lines. */
  lines?: boolean
  /** Made when somebody asks for it; charts that are tables already have none. */
  table?: () => TableView
  /** What else can be done, beside the switch to the table. */
  actions?: ReactNode
  className?: string
  children: ReactNode
}

const FigureTable = lazy(() => import('./FigureTable').then((module) => ({ default: module.FigureTable })))

/** A chart with its caption, its legend, and a switch to the numbers behind it. */
export function Figure(props: FigureProps) {
  const { t } = useI18n()
  const [asTable, setAsTable] = useState(false)
  const id = useId()
  return (
    <figure
      aria-labelledby={id}
      className={cx('grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-2', props.className)}
    >
      <figcaption className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <span className="grid max-w-prose gap-0.5">
          <span id={id} className="font-medium">
            {props.title}
          </span>
          {props.description && <span className="text-muted text-sm">{props.description}</span>}
        </span>
        <span className="ml-auto flex flex-wrap items-center justify-end gap-1">
          {props.actions}
          {props.table && (
            <button
              type="button"
              aria-pressed={asTable}
              aria-label={`${t.charts.asTable}: ${props.title}`}
              onClick={() => setAsTable(!asTable)}
              className="min-h-6 cursor-pointer rounded-md px-1.5 text-muted text-xs hover:bg-sunken hover:text-ink aria-pressed:bg-sunken aria-pressed:text-ink"
            >
              {t.charts.asTable}
            </button>
          )}
        </span>
      </figcaption>
      {asTable && props.table ? (
        <Suspense fallback={<p className="text-muted text-sm">{t.app.loading}</p>}>
          <FigureTable label={props.title} table={props.table} />
        </Suspense>
      ) : (
        <>
          {props.legend && props.legend.length > 1 && (
            <Legend items={props.legend} lines={props.lines ?? false} />
          )}
          {props.children}
        </>
      )}
    </figure>
  )
}

function Legend({ items, lines }: { items: readonly LegendItem[]; lines: boolean }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-xs">
      {items.map((item) => (
        <li key={item.id} className="inline-flex min-w-0 items-center gap-1.5">
          <Swatch mark={item.mark} line={lines} />
          <span className="truncate">{item.label}</span>
        </li>
      ))}
    </ul>
  )
}
