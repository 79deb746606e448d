import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import { en, type Messages } from './en'
import { createFormat, type Format } from './format'
import { type Locale, preferredLocale, rememberLocale } from './locale'

interface I18n {
  /** The texts. */
  t: Messages
  /** Numbers and times in the language's manner. */
  format: Format
  locale: Locale
  /** Changes the language once its texts have arrived. */
  setLocale: (locale: Locale) => Promise<void>
}

/** A language with its texts. */
export interface Language {
  locale: Locale
  messages: Messages
}

const I18nContext = createContext<I18n | null>(null)

/** The texts of a language; all but English come in a file of their own. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  return locale === 'ru' ? (await import('./ru')).ru : en
}

/** The language to begin with: the preferred one, or English if the texts of that do not arrive. */
export async function firstLanguage(): Promise<Language> {
  const locale = preferredLocale()
  try {
    return { locale, messages: await loadMessages(locale) }
  } catch {
    return { locale: 'en', messages: en }
  }
}

export function I18nProvider(props: { initial: Language; children: ReactNode }) {
  const [current, setCurrent] = useState(props.initial)

  useEffect(() => {
    document.documentElement.lang = current.locale
  }, [current.locale])

  const setLocale = useCallback(async (locale: Locale) => {
    rememberLocale(locale)
    setCurrent({ locale, messages: await loadMessages(locale) })
  }, [])

  const value = useMemo(
    () => ({
      t: current.messages,
      format: createFormat(current.locale),
      locale: current.locale,
      setLocale,
    }),
    [current, setLocale],
  )
  return <I18nContext value={value}>{props.children}</I18nContext>
}

export function useI18n(): I18n {
  const value = use(I18nContext)
  if (!value) throw new Error('useI18n is used outside I18nProvider')
  return value
}
