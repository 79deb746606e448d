import { ArrowRightLeft, CircleDashed, Equal, type LucideIcon, Minus, Plus } from 'lucide-react'
import type { DataColumn } from '@/components/ui/dataTable/types'
import type { Messages } from '@/i18n/en'
import type { Format } from '@/i18n/format'
import { cx } from '@/lib/cx'
import { COLUMN_CHANGES, type ColumnChange, type ColumnDifference } from './versions'

/** Told apart by sign as well as by colour. */
const SIGNS: Record<ColumnChange, LucideIcon> = {
  removed: Minus,
  added: Plus,
  retyped: ArrowRightLeft,
  missing: CircleDashed,
  same: Equal,
}
const TONES: Record<ColumnChange, string> = {
  removed: 'text-bad',
  added: 'text-good',
  retyped: 'text-warn',
  missing: 'text-info',
  same: 'text-muted',
}

/** The table of what became of each column. */
export function versionColumns(t: Messages, format: Format): DataColumn<ColumnDifference>[] {
  const texts = t.dataset.difference
  const pair = (before: string | undefined, after: string | undefined) =>
    before !== undefined && after !== undefined && before !== after
      ? `${before} → ${after}`
      : (after ?? before ?? '–')
  const share = (value: number | undefined) => (value === undefined ? undefined : format.percent(value))
  const count = (value: number | undefined) => (value === undefined ? undefined : format.whole(value))
  return [
    {
      id: 'name',
      title: t.dataset.name,
      width: 150,
      grows: true,
      rowHeader: true,
      sortBy: ({ name }) => name,
      render: ({ name }) => (
        <span title={name} className="font-mono">
          {name}
        </span>
      ),
    },
    {
      id: 'change',
      title: texts.change,
      width: 150,
      sortBy: ({ change }) => COLUMN_CHANGES.indexOf(change),
      render: ({ change }) => <Change change={change} word={texts.changes[change]} />,
    },
    {
      id: 'kind',
      title: t.dataset.kind,
      width: 190,
      grows: true,
      render: ({ before, after }) =>
        pair(before && t.dataset.kinds[before.kind], after && t.dataset.kinds[after.kind]),
    },
    {
      id: 'missing',
      title: t.dataset.missing,
      numeric: true,
      width: 140,
      sortBy: ({ missing }) => missing.after ?? missing.before,
      descendingFirst: true,
      render: ({ missing }) => pair(share(missing.before), share(missing.after)),
    },
    {
      id: 'shift',
      title: texts.shift,
      numeric: true,
      width: 110,
      sortBy: ({ missing }) => shiftOf(missing),
      descendingFirst: true,
      render: ({ missing }) => {
        const shift = shiftOf(missing)
        return shift ? format.points(shift) : '–'
      },
    },
    {
      id: 'unique',
      title: t.dataset.unique,
      numeric: true,
      width: 130,
      sortBy: ({ before, after }) => (after ?? before)?.unique,
      descendingFirst: true,
      render: ({ before, after }) => pair(count(before?.unique), count(after?.unique)),
    },
  ]
}

/** How far the share of empty cells has moved, where there is one before and after. */
function shiftOf({ before, after }: ColumnDifference['missing']): number | undefined {
  return before === undefined || after === undefined ? undefined : after - before
}

function Change({ change, word }: { change: ColumnChange; word: string }) {
  const Sign = SIGNS[change]
  return (
    <span className={cx('inline-flex items-center gap-1.5 font-medium', TONES[change])}>
      <Sign aria-hidden="true" className="size-3.5 shrink-0" strokeWidth={2.5} />
      {word}
    </span>
  )
}
