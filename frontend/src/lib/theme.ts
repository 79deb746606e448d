import { storage } from './storage'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const KEY = 'stint.theme'

/** The user's choice; `public/theme.js` applies it before the first paint. */
export function storedTheme(): Theme {
  const stored = storage.get(KEY)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

/** Applies a choice and remembers it. */
export function chooseTheme(theme: Theme): void {
  storage.set(KEY, theme === 'system' ? null : theme)
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
