import { Choice } from '@/components/ui/Choice'
import { useI18n } from '@/i18n/I18nProvider'

const LANGUAGES = [
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'ru', label: 'Русский', lang: 'ru' },
] as const

export function LanguageChoice() {
  const { t, locale, setLocale } = useI18n()
  return (
    <Choice
      label={t.settings.language}
      value={locale}
      options={LANGUAGES}
      onChange={(chosen) => void setLocale(chosen)}
    />
  )
}
