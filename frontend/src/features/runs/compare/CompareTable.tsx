import { Star } from 'lucide-react'
import type { ReactNode } from 'react'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import { ScoreDelta } from '../ScoreDelta'
import { bestOf, type CompareRow } from './rows'
import { titleOf, writeValue } from './writeValue'

interface CompareTableProps {
  rows: readonly CompareRow[]
  /** The heads of the columns, one for each run. */
  heads: readonly { id: string; head: ReactNode }[]
  /** The place of the run that the others are measured against. */
  base: number
}

const GROUPS = ['scores', 'parameters', 'effort', 'data'] as const

/** Runs side by side, one column each; the first column stays in sight. */
export function CompareTable({ rows, heads, base }: CompareTableProps) {
  const { t } = useI18n()
  return (
    <section
      aria-label={t.compare.table}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys
      tabIndex={0}
      className="relative max-h-[80dvh] overflow-auto rounded-xl border border-line bg-surface"
    >
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{t.compare.table}</caption>
        <thead>
          <tr>
            <td className="sticky top-0 left-0 z-20 min-w-32 border-line border-b bg-surface max-sm:min-w-24" />
            {heads.map(({ id, head }, index) => (
              <th
                key={id}
                scope="col"
                className={cx(
                  'sticky top-0 z-10 min-w-44 border-line border-b px-3 py-2 text-left align-top font-normal max-sm:min-w-36',
                  index === base ? 'bg-action-soft' : 'bg-surface',
                )}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {GROUPS.map((group) => (
          <Group key={group} group={group} rows={rows.filter((row) => row.group === group)} base={base} />
        ))}
      </table>
    </section>
  )
}

function Group(props: { group: CompareRow['group']; rows: readonly CompareRow[]; base: number }) {
  const { t } = useI18n()
  const { rows } = props
  if (rows.length === 0) return null
  const width = rows[0]?.values.length ?? 0
  return (
    <tbody>
      <tr>
        <th
          scope="rowgroup"
          colSpan={width + 1}
          className="border-line border-b bg-sunken px-3 py-1 text-left font-medium text-muted text-xs"
        >
          <span className="sticky left-3">{t.compare.groups[props.group]}</span>
        </th>
      </tr>
      {rows.map((row) => (
        <Line key={row.id} row={row} base={props.base} />
      ))}
    </tbody>
  )
}

function Line({ row, base }: { row: CompareRow; base: number }) {
  const { t, format } = useI18n()
  const best = bestOf(row)
  const reference = row.values[base]
  return (
    <tr className="group/row">
      <th
        scope="row"
        className={cx(
          'sticky left-0 z-1 max-w-48 break-words border-line border-b bg-surface px-3 py-2 text-left font-normal text-muted',
          row.kind === 'plain' && row.group === 'parameters' && 'font-mono text-xs',
        )}
      >
        {titleOf(row, t)}
      </th>
      {row.values.map((value, index) => (
        <td
          key={index}
          className={cx(
            'break-words border-line border-b px-3 py-2 font-mono',
            index === base && 'bg-action-soft',
            best.has(index) && 'font-semibold',
          )}
        >
          <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
            {writeValue(value, row.kind, t, format)}
            {best.has(index) && (
              <>
                <Star aria-hidden="true" className="size-3.5 fill-current text-good" />
                <span className="sr-only">{t.compare.best}</span>
              </>
            )}
            {row.group === 'scores' &&
              index !== base &&
              typeof value === 'number' &&
              typeof reference === 'number' && (
                <ScoreDelta metric={row.id} value={value} baseline={reference} against="pinned" />
              )}
          </span>
        </td>
      ))}
    </tr>
  )
}
