import { storage } from '@/lib/storage'

export const LOCALES = ['en', 'ru'] as const
export type Locale = (typeof LOCALES)[number]

const KEY = 'stint.locale'

function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale)
}

/** The user's choice, else the first language of the browser that we have, else English. */
export function preferredLocale(languages: readonly string[] = navigator.languages): Locale {
  const stored = storage.get(KEY)
  if (isLocale(stored)) return stored
  return languages.map((language) => language.split('-')[0]).find(isLocale) ?? 'en'
}

export function rememberLocale(locale: Locale): void {
  storage.set(KEY, locale)
}

/** Each language by its own name. */
export const LANGUAGES = [
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'ru', label: 'Русский', lang: 'ru' },
] as const satisfies readonly { value: Locale; label: string; lang: string }[]
