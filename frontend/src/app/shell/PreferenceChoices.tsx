import { Monitor, Moon, Sun } from 'lucide-react'
import { MenuChoice, MenuLine } from '@/components/ui/Menu'
import { useI18n } from '@/i18n/I18nProvider'
import { LANGUAGES } from '@/i18n/locale'
import { THEMES, theme } from '@/lib/theme'

const ICONS = { system: Monitor, light: Sun, dark: Moon }

/** Theme and language, as parts of a menu. */
export function PreferenceChoices() {
  const { t, locale, setLocale } = useI18n()
  return (
    <>
      <MenuChoice
        label={t.settings.theme}
        value={theme.use()}
        options={THEMES.map((value) => ({ value, label: t.settings[value], icon: ICONS[value] }))}
        onChange={theme.set}
      />
      <MenuLine />
      <MenuChoice
        label={t.settings.language}
        value={locale}
        options={LANGUAGES}
        onChange={(chosen) => void setLocale(chosen)}
      />
    </>
  )
}
