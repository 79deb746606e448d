import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import { en, type Messages } from './en'
import { createFormat, type Format } from './format'
import { type Locale, rememberLocale } from './locale'

interface I18n {
  /** The texts. */
  t: Messages
  /** Numbers and times in the language's manner. */
  format: Format
  locale: Locale
  /** Changes the language once its texts have arrived. */
  setLocale: (locale: Locale) => Promise<void>
}

const I18nContext = createContext<I18n | null>(null)

/** The texts of a language; all but English come in a file of their own. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  return locale === 'ru' ? (await import('./ru')).ru : en
}

export function I18nProvider(props: {
  initial: { locale: Locale; messages: Messages }
  children: ReactNode
}) {
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
