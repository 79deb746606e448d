import { describe, expect, it } from 'vitest'
import { preferredLocale, rememberLocale } from './locale'

describe('the language at the start', () => {
  it('is the first of the browser that we have', () => {
    expect(preferredLocale(['de-DE', 'ru-RU', 'en'])).toBe('ru')
    expect(preferredLocale(['de-DE'])).toBe('en')
  })

  it('is what was chosen before', () => {
    rememberLocale('ru')
    expect(preferredLocale(['en-GB'])).toBe('ru')
  })

  it('does not trust what is stored', () => {
    localStorage.setItem('stint.locale', 'klingon')
    expect(preferredLocale(['en-GB'])).toBe('en')
  })
})
