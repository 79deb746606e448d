import { Link } from '@tanstack/react-router'
import { Tooltip } from '@/components/ui/Tooltip'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import type { Place } from './places'

const CURRENT = 'aria-[current=page]:bg-action-soft aria-[current=page]:text-action'

/** A place in the sidebar; narrow, it is only its sign, and the tooltip has the words. */
export function PlaceLink({ place, narrow }: { place: Place; narrow: boolean }) {
  const { t } = useI18n()
  const { to, icon: Icon } = place
  const name = t.app.places[place.name]
  const link = (
    <Link
      to={to}
      aria-label={narrow ? name : undefined}
      className={cx(
        'flex min-h-9 items-center gap-2.5 rounded-lg font-medium text-muted hover:bg-sunken hover:text-ink',
        narrow ? 'w-9 justify-center' : 'px-2.5',
        CURRENT,
      )}
    >
      <Icon aria-hidden="true" className="size-4.5 shrink-0" strokeWidth={1.75} />
      {!narrow && name}
    </Link>
  )
  return narrow ? (
    <Tooltip text={name} side="right">
      {link}
    </Tooltip>
  ) : (
    link
  )
}

/** A place in the bar at the foot of a phone. */
export function PlaceTab({ place }: { place: Place }) {
  const { t } = useI18n()
  const { to, icon: Icon } = place
  return (
    <Link
      to={to}
      className="grid min-w-0 flex-1 justify-items-center gap-0.5 px-1 py-2 text-muted text-xs aria-[current=page]:text-action"
    >
      <Icon aria-hidden="true" className="size-5" strokeWidth={1.75} />
      <span className="max-w-full truncate">{t.app.places[place.name]}</span>
    </Link>
  )
}
