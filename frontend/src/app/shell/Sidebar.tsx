import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { IconButton } from '@/components/ui/IconButton'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import { storedChoice } from '@/lib/storedChoice'
import { AccountMenu } from './AccountMenu'
import { Logo } from './Logo'
import { PaletteButton } from './PaletteButton'
import { PlaceLink } from './PlaceLink'
import { PLACES } from './places'

const width = storedChoice('stint.sidebar', ['wide', 'narrow'], 'wide', () => undefined)

/** The places at the left of wide screens; can be made narrow. */
export function Sidebar(props: { me: { email: string; full_name: string } }) {
  const { t } = useI18n()
  const narrow = width.use() === 'narrow'
  return (
    <header
      className={cx(
        'sticky top-0 hidden h-dvh shrink-0 flex-col gap-4 overflow-y-auto border-line border-r bg-surface px-3 py-3 md:flex',
        narrow ? 'w-15 items-center' : 'w-56',
      )}
    >
      <div className={cx('flex items-center justify-between gap-1', narrow ? 'flex-col' : 'pl-2.5')}>
        <Logo to="/" onlySign={narrow} />
        <IconButton
          label={narrow ? t.app.widenSidebar : t.app.narrowSidebar}
          icon={narrow ? PanelLeftOpen : PanelLeftClose}
          onClick={() => width.set(narrow ? 'wide' : 'narrow')}
        />
      </div>
      <PaletteButton narrow={narrow} />
      <nav aria-label={t.app.mainNavigation} className="grid gap-0.5">
        {PLACES.map((place) => (
          <PlaceLink key={place.to} place={place} narrow={narrow} />
        ))}
      </nav>
      <div className="mt-auto">
        <AccountMenu me={props.me} narrow={narrow} />
      </div>
    </header>
  )
}
