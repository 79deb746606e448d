import { SunMoon } from 'lucide-react'
import { IconButton } from '@/components/ui/IconButton'
import { Menu } from '@/components/ui/Menu'
import { useI18n } from '@/i18n/I18nProvider'
import { PreferenceChoices } from './PreferenceChoices'

/** Theme and language for those who are not signed in; open, because it is loaded when its button is pressed. */
export function PreferenceMenu() {
  const { t } = useI18n()
  return (
    <Menu defaultOpen trigger={<IconButton label={t.app.preferences} icon={SunMoon} />}>
      <PreferenceChoices />
    </Menu>
  )
}
