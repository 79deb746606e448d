import type { DataColumn } from '@/components/ui/dataTable/types'
import type { Messages } from '@/i18n/en'
import type { Format } from '@/i18n/format'
import { ColumnChangeMark } from './ColumnChangeMark'
import { COLUMN_CHANGES, type ColumnDifference, shiftOf } from './versions'

/** A column before and after in words; what did not change is said once. */
export function wordsOf({ before, after, missing }: ColumnDifference, t: Messages, format: Format) {
  const pair = (one: string | undefined, other: string | undefined) =>
    one !== undefined && other !== undefined && one !== other ? `${one} → ${other}` : (other ?? one ?? '–')
  const share = (value: number | undefined) => (value === undefined ? undefined : format.percent(value))
  const shift = shiftOf(missing)
  return {
    kind: pair(before && t.dataset.kinds[before.kind], after && t.dataset.kinds[after.kind]),
    missing: pair(share(missing.before), share(missing.after)),
    shift: shift ? format.points(shift) : '–',
    unique: pair(before && format.whole(before.unique), after && format.whole(after.unique)),
  }
}

/** The table of what became of each column. */
export function versionColumns(t: Messages, format: Format): DataColumn<ColumnDifference>[] {
  const words = (name: keyof ReturnType<typeof wordsOf>) => (row: ColumnDifference) =>
    wordsOf(row, t, format)[name]
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
      title: t.dataset.difference.change,
      width: 150,
      sortBy: ({ change }) => COLUMN_CHANGES.indexOf(change),
      render: ({ change }) => <ColumnChangeMark change={change} />,
    },
    { id: 'kind', title: t.dataset.kind, width: 190, grows: true, render: words('kind') },
    {
      id: 'missing',
      title: t.dataset.missing,
      numeric: true,
      width: 140,
      sortBy: ({ missing }) => missing.after ?? missing.before,
      descendingFirst: true,
      render: words('missing'),
    },
    {
      id: 'shift',
      title: t.dataset.difference.shift,
      numeric: true,
      width: 110,
      sortBy: ({ missing }) => shiftOf(missing),
      descendingFirst: true,
      render: words('shift'),
    },
    {
      id: 'unique',
      title: t.dataset.unique,
      numeric: true,
      width: 130,
      sortBy: ({ before, after }) => (after ?? before)?.unique,
      descendingFirst: true,
      render: words('unique'),
    },
  ]
}
