import { Check, Keyboard, Languages, SunMoon } from 'lucide-react'
import { useI18n } from '@/i18n/I18nProvider'
import { LANGUAGES } from '@/i18n/locale'
import { THEMES, theme } from '@/lib/theme'
import { overlay } from '../overlay'
import type { CommandGroup } from './commands'

/** Theme, language and help: what everybody can set. */
export function usePreferenceCommands(): CommandGroup {
  const { t, locale, setLocale } = useI18n()
  const chosen = theme.use()
  return {
    value: t.palette.preferences,
    items: [
      ...THEMES.map((value) => ({
        id: `theme ${value}`,
        label: `${t.settings.theme}: ${t.settings[value]}`,
        words: `theme ${value}`,
        icon: value === chosen ? Check : SunMoon,
        run: () => theme.set(value),
      })),
      ...LANGUAGES.map(({ value, label }) => ({
        id: `language ${value}`,
        label: `${t.settings.language}: ${label}`,
        words: 'language язык',
        icon: value === locale ? Check : Languages,
        run: () => void setLocale(value),
      })),
      {
        id: 'help',
        label: t.palette.help,
        words: 'keyboard shortcuts help',
        icon: Keyboard,
        keys: ['?'],
        run: () => overlay.show('help'),
      },
    ],
  }
}
