import { useMemo, useState } from 'react'
import { DataTable } from '@/components/ui/dataTable/DataTable'
import type { Sort } from '@/components/ui/dataTable/types'
import { Stat, Stats } from '@/components/ui/Stat'
import { Switch } from '@/components/ui/Switch'
import { useI18n } from '@/i18n/I18nProvider'
import { ColumnCard } from './ColumnCard'
import type { Profile } from './profile'
import { versionColumns } from './versionColumns'
import { type ColumnDifference, compareVersions } from './versions'

interface Version {
  version: number
  profile: Profile
}

/** Two versions of a dataset beside each other: how much there is, and what became of each column. */
export function VersionComparison({ before, after }: { before: Version; after: Version }) {
  const { t, format } = useI18n()
  const texts = t.dataset.difference
  const { columns, counts } = useMemo(
    () => compareVersions(before.profile, after.profile),
    [before.profile, after.profile],
  )
  const [all, setAll] = useState(false)
  const [sort, setSort] = useState<Sort>()
  const changed = useMemo(() => columns.filter(({ change }) => change !== 'same'), [columns])
  const shown = useMemo(() => versionColumns(t, format), [t, format])
  const [one, other] = [before.profile, after.profile]
  const since = (from: number, to: number) =>
    from === to
      ? texts.asBefore
      : texts.was(format.whole(from), `${to > from ? '+' : '−'}${format.whole(Math.abs(to - from))}`)
  return (
    <section aria-label={texts.title(before.version, after.version)} className="grid min-w-0 gap-5">
      <h2 className="font-semibold text-lg">{texts.title(before.version, after.version)}</h2>
      <Stats>
        <Stat label={t.dataset.rows} value={format.whole(other.rows)} detail={since(one.rows, other.rows)} />
        <Stat
          label={t.dataset.columns}
          value={format.whole(other.columns.length)}
          detail={texts.columns(counts.added, counts.removed, counts.retyped)}
        />
        <Stat
          label={t.dataset.emptyCells}
          value={format.percent(other.empty_ratio)}
          detail={
            one.empty_ratio === other.empty_ratio
              ? texts.asBefore
              : texts.was(format.percent(one.empty_ratio), format.points(other.empty_ratio - one.empty_ratio))
          }
        />
        <Stat
          label={t.dataset.duplicates}
          value={format.whole(other.duplicate_rows)}
          detail={since(one.duplicate_rows, other.duplicate_rows)}
        />
      </Stats>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p role="status" className="text-muted text-sm">
          {changed.length === 0 ? texts.noneChanged : texts.changed(changed.length, columns.length)}
        </p>
        {counts.same > 0 && <Switch label={texts.showAll} checked={all} onChange={setAll} />}
      </div>
      {(all || changed.length > 0) && (
        <DataTable
          label={texts.table}
          rows={all ? columns : changed}
          keyOf={keyOf}
          columns={shown}
          sort={sort}
          onSortChange={setSort}
          renderCard={(difference) => <ColumnCard difference={difference} />}
          className="max-h-[60dvh]"
        />
      )}
    </section>
  )
}

const keyOf = ({ name }: ColumnDifference) => name
