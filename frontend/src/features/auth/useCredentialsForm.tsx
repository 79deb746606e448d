import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { English } from '@/components/ui/English'
import { useI18n } from '@/i18n/I18nProvider'
import { checkCredentials, type Field, type FieldErrors, fieldErrorsOf } from './credentials'

interface Submission<Values> {
  mutate: (values: Values) => void
  error: Error | null
  reset: () => void
}

/**
 * A form for signing in or up: checks before it sends, shows the server's word on a field at that field, and puts the
 * focus where something is wrong.
 */
export function useCredentialsForm<Values extends { email: string; password: string }>(
  isNew: boolean,
  submission: Submission<Values>,
) {
  const { t } = useI18n()
  const form = useRef<HTMLFormElement>(null)
  const [ownErrors, setOwnErrors] = useState<FieldErrors>({})
  const serverErrors = fieldErrorsOf(submission.error)
  const errors = { ...inEnglish(serverErrors), ...ownErrors }
  const hasFieldErrors = Object.keys(errors).length > 0

  useEffect(() => {
    if (hasFieldErrors) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [hasFieldErrors])

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const values = Object.fromEntries(new FormData(event.currentTarget)) as unknown as Values
    const found = checkCredentials(values, isNew, t.auth)
    setOwnErrors(found)
    submission.reset()
    if (Object.keys(found).length === 0) submission.mutate({ ...values, email: values.email.trim() })
  }

  return {
    form,
    onSubmit,
    errors,
    /** What is not about a single field. */
    failure: Object.keys(serverErrors).length === 0 ? submission.error : null,
  }
}

function inEnglish(errors: FieldErrors): Partial<Record<Field, ReactNode>> {
  return Object.fromEntries(
    Object.entries(errors).map(([field, detail]) => [field, <English key={field}>{detail}</English>]),
  )
}
