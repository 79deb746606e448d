import { useState } from 'react'
import { Choice } from '@/components/ui/Choice'
import { useI18n } from '@/i18n/I18nProvider'
import { chooseTheme, storedTheme, THEMES } from '@/lib/theme'

export function ThemeChoice() {
  const { t } = useI18n()
  const [theme, setTheme] = useState(storedTheme)
  return (
    <Choice
      label={t.settings.theme}
      value={theme}
      options={THEMES.map((value) => ({ value, label: t.settings[value] }))}
      onChange={(chosen) => {
        chooseTheme(chosen)
        setTheme(chosen)
      }}
    />
  )
}
