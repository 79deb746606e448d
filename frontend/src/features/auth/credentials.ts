import { ApiError } from '@/api/apiError'
import type { Messages } from '@/i18n/en'

const MIN_PASSWORD = 8

export type Field = 'full_name' | 'email' | 'password'
export type FieldErrors = Partial<Record<Field, string>>

/** What can be said without asking the server. */
export function checkCredentials(
  values: Partial<Record<Field, string>>,
  isNew: boolean,
  t: Messages['auth'],
): FieldErrors {
  const errors: FieldErrors = {}
  if (isNew && !values.full_name?.trim()) errors.full_name = t.nameMissing
  if (!/^\S+@\S+$/.test(values.email ?? '')) errors.email = t.emailMissing
  const password = values.password ?? ''
  if (password === '') errors.password = t.passwordMissing
  else if (isNew && [...password].length < MIN_PASSWORD) errors.password = t.passwordShort
  return errors
}

/** What the server said about single fields. */
export function fieldErrorsOf(error: Error | null): FieldErrors {
  if (!(error instanceof ApiError)) return {}
  const errors: FieldErrors = {}
  for (const field of ['full_name', 'email', 'password'] as const) {
    const detail = error.fieldDetail(`/${field}`)
    if (detail !== undefined) errors[field] = detail
  }
  if (error.code === 'weak-password' && error.detail) errors.password ??= error.detail
  return errors
}
