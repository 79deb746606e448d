import { Link } from '@tanstack/react-router'
import { Moment } from '@/components/ui/Moment'
import { useI18n } from '@/i18n/I18nProvider'
import { type Dataset, useDatasets } from './api'
import { useProfile } from './detail'
import { differenceOf, type Profile } from './profile'

/** The versions of a name, each with what is different from the one that is shown. */
export function VersionList({ dataset, profile }: { dataset: Dataset; profile: Profile }) {
  const { t } = useI18n()
  const datasets = useDatasets()
  const others = (datasets.data ?? []).filter(
    ({ name, id, status }) => name === dataset.name && id !== dataset.id && status === 'READY',
  )
  if (others.length === 0) return <p className="text-muted">{t.dataset.oneVersion}</p>
  return (
    <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
      {others.map((other) => (
        <li key={other.id} className="grid gap-1 px-4 py-3">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <Link
              to="/datasets/$id"
              params={{ id: other.id }}
              className="font-medium text-action underline-offset-4 hover:underline"
            >
              {t.datasets.version(other.version)}
            </Link>
            <span className="text-muted text-sm">
              <Moment iso={other.created_at} />
            </span>
          </p>
          {other.sha256 === dataset.sha256 ? (
            <p className="text-muted text-sm">{t.dataset.sameContent}</p>
          ) : (
            <VersionDifference other={other} profile={profile} />
          )}
        </li>
      ))}
    </ul>
  )
}

function VersionDifference({ other, profile }: { other: Dataset; profile: Profile }) {
  const { t } = useI18n()
  const before = useProfile(other.id)
  if (!before.data) return <p className="text-muted text-sm">{t.app.loading}</p>
  const { rows, added, removed, changed } = differenceOf(before.data, profile)
  return (
    <ul className="grid gap-0.5 text-muted text-sm">
      <li>{t.dataset.rowsSince(rows)}</li>
      {added.length > 0 && <li>{t.dataset.added(added.join(', '))}</li>}
      {removed.length > 0 && <li>{t.dataset.removed(removed.join(', '))}</li>}
      {changed.map(({ name, before: was, after }) => (
        <li key={name}>{t.dataset.changed(name, t.dataset.kinds[was], t.dataset.kinds[after])}</li>
      ))}
    </ul>
  )
}
