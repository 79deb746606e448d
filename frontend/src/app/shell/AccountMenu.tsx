import { Link } from '@tanstack/react-router'
import { CircleUser, Info, Keyboard, LogOut, Settings } from 'lucide-react'
import { Menu, MenuItem, MenuLine } from '@/components/ui/Menu'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import { overlay } from './overlay'
import { PreferenceChoices } from './PreferenceChoices'
import { useLeave } from './useLeave'

interface AccountMenuProps {
  me: { email: string; full_name: string }
  /** Without the name, where there is no room. */
  narrow?: boolean
}

/** Who is signed in, and what that person can set and do. */
export function AccountMenu({ me, narrow }: AccountMenuProps) {
  const { t } = useI18n()
  const { leave, leaving } = useLeave()

  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          aria-label={narrow ? `${t.app.account}: ${me.email}` : undefined}
          className={cx(
            'flex min-h-9 min-w-0 cursor-pointer items-center gap-2.5 rounded-lg text-left hover:bg-sunken data-popup-open:bg-sunken',
            narrow ? 'size-9 justify-center' : 'w-full px-2.5 py-1.5',
          )}
        >
          <CircleUser aria-hidden="true" className="size-5 shrink-0 text-muted" strokeWidth={1.75} />
          {!narrow && (
            <span className="grid min-w-0">
              <span className="truncate font-medium">{me.full_name}</span>
              <span className="truncate text-muted text-xs">{me.email}</span>
            </span>
          )}
        </button>
      }
    >
      <PreferenceChoices />
      <MenuLine />
      <MenuItem icon={Settings} link={<Link to="/settings" />}>
        {t.app.places.settings}
      </MenuItem>
      <MenuItem icon={Info} link={<Link to="/info" />}>
        {t.app.places.info}
      </MenuItem>
      <MenuItem icon={Keyboard} onSelect={() => overlay.show('help')}>
        {t.palette.help}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={LogOut} onSelect={leave} disabled={leaving}>
        {t.auth.signOut}
      </MenuItem>
    </Menu>
  )
}
