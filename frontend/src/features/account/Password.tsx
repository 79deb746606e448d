import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { ApiError } from '@/api/apiError'
import { Button } from '@/components/ui/Button'
import { English } from '@/components/ui/English'
import { Failure } from '@/components/ui/Failure'
import { Notice } from '@/components/ui/Notice'
import { SideSection } from '@/components/ui/SideSection'
import { TextField } from '@/components/ui/TextField'
import type { Messages } from '@/i18n/en'
import { useI18n } from '@/i18n/I18nProvider'
import { useChangePassword } from './api'

const MIN_PASSWORD = 8

type PasswordErrors = { current?: string; new?: ReactNode }

/** A new password, which signs out everywhere else. `email` is for password managers. */
export function Password({ email }: { email: string }) {
  const { t } = useI18n()
  const change = useChangePassword()
  const form = useRef<HTMLFormElement>(null)
  const [ownErrors, setOwnErrors] = useState<PasswordErrors>({})
  const refused = passwordErrorsOf(change.error, t)
  const errors = { ...refused, ...ownErrors }
  const wrong = errors.current !== undefined || errors.new !== undefined

  useEffect(() => {
    if (wrong) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [wrong])

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const element = event.currentTarget
    const values = new FormData(element)
    const body = { current: String(values.get('current')), new: String(values.get('new')) }
    const found = checkPasswords(body, t)
    setOwnErrors(found)
    change.reset()
    if (Object.keys(found).length === 0) change.mutate(body, { onSuccess: () => element.reset() })
  }

  return (
    <SideSection title={t.settings.password} hint={t.settings.passwordHint}>
      <form ref={form} noValidate className="grid gap-4" onSubmit={onSubmit}>
        {change.isSuccess && (
          <Notice tone="good">{t.settings.passwordChanged(change.data.ended_sessions)}</Notice>
        )}
        {change.error && Object.keys(refused).length === 0 && <Failure error={change.error} />}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <TextField
          label={t.settings.currentPassword}
          name="current"
          type="password"
          autoComplete="current-password"
          error={errors.current}
        />
        <TextField
          label={t.settings.newPassword}
          name="new"
          type="password"
          autoComplete="new-password"
          hint={t.auth.passwordHint}
          error={errors.new}
        />
        <div>
          <Button type="submit" disabled={change.isPending}>
            {t.settings.changePassword}
          </Button>
        </div>
      </form>
    </SideSection>
  )
}

/** What can be said without asking the server. */
function checkPasswords(body: { current: string; new: string }, t: Messages): PasswordErrors {
  const errors: PasswordErrors = {}
  if (body.current === '') errors.current = t.auth.passwordMissing
  if ([...body.new].length < MIN_PASSWORD) errors.new = t.auth.passwordShort
  return errors
}

/** What the server said about one of the two. */
function passwordErrorsOf(error: Error | null, t: Messages): PasswordErrors {
  if (!(error instanceof ApiError)) return {}
  if (error.code === 'invalid-credentials') return { current: t.settings.passwordWrong }
  const detail = error.fieldDetail('/new') ?? (error.code === 'weak-password' ? error.detail : undefined)
  return detail ? { new: <English>{detail}</English> } : {}
}
