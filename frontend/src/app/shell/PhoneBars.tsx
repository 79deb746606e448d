import { Link } from '@tanstack/react-router'
import { Ellipsis } from 'lucide-react'
import { Menu, MenuItem } from '@/components/ui/Menu'
import { useI18n } from '@/i18n/I18nProvider'
import { AccountMenu } from './AccountMenu'
import { Logo } from './Logo'
import { PaletteButton } from './PaletteButton'
import { PlaceTab } from './PlaceLink'
import { PLACES } from './places'

/** How many places the bar at the foot has room for. */
const TABS = 4

/** The bar at the top of small screens. */
export function PhoneHeader(props: { me: { email: string; full_name: string } }) {
  return (
    <header className="sticky top-0 z-10 flex h-12 items-center justify-between border-line border-b bg-surface px-4 md:hidden">
      <Logo to="/" />
      <div className="flex items-center gap-1">
        <PaletteButton narrow />
        <AccountMenu me={props.me} narrow />
      </div>
    </header>
  )
}

/** The places, at the foot of small screens, where the thumb is. */
export function PhoneTabs() {
  const { t } = useI18n()
  const rest = PLACES.slice(TABS)
  return (
    <nav
      aria-label={t.app.mainNavigation}
      className="fixed inset-x-0 bottom-0 z-10 flex border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {PLACES.slice(0, TABS).map((place) => (
        <PlaceTab key={place.to} place={place} />
      ))}
      {rest.length > 0 && (
        <Menu
          side="top"
          trigger={
            <button
              type="button"
              className="grid flex-1 cursor-pointer justify-items-center gap-0.5 px-1 py-2 text-muted text-xs"
            >
              <Ellipsis aria-hidden="true" className="size-5" strokeWidth={1.75} />
              {t.app.more}
            </button>
          }
        >
          {rest.map(({ to, name, icon }) => (
            <MenuItem key={to} icon={icon} link={<Link to={to} />}>
              {t.app.places[name]}
            </MenuItem>
          ))}
        </Menu>
      )}
    </nav>
  )
}
