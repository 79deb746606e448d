import { useI18n } from '@/i18n/I18nProvider'
import { ColumnChangeMark } from './ColumnChangeMark'
import { wordsOf } from './versionColumns'
import type { ColumnDifference } from './versions'

/** What became of a column, where a table has no room. */
export function ColumnCard({ difference }: { difference: ColumnDifference }) {
  const { t, format } = useI18n()
  const { kind, missing, shift, unique } = wordsOf(difference, t, format)
  const facts = [
    [t.dataset.kind, kind],
    [t.dataset.missing, shift === '–' ? missing : `${missing} (${shift})`],
    [t.dataset.unique, unique],
  ]
  return (
    <article className="grid gap-2 rounded-xl border border-line p-3">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h3 className="min-w-0 break-all font-medium font-mono text-sm">{difference.name}</h3>
        <ColumnChangeMark change={difference.change} />
      </div>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-sm">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="text-right tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </article>
  )
}
