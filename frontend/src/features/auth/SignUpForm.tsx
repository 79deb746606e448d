import { Button } from '@/components/ui/Button'
import { Failure } from '@/components/ui/Failure'
import { TextField } from '@/components/ui/TextField'
import { useI18n } from '@/i18n/I18nProvider'
import { useSignUp } from './api'
import { useCredentialsForm } from './useCredentialsForm'

export function SignUpForm(props: { onSignedIn: () => void }) {
  const { t } = useI18n()
  const signUp = useSignUp()
  const { form, onSubmit, errors, failure } = useCredentialsForm(true, {
    ...signUp,
    mutate: (values: { full_name: string; email: string; password: string }) =>
      signUp.mutate(values, { onSuccess: props.onSignedIn }),
  })
  return (
    <form ref={form} noValidate className="grid gap-4" onSubmit={onSubmit}>
      {failure && <Failure error={failure} />}
      <TextField label={t.auth.fullName} name="full_name" autoComplete="name" error={errors.full_name} />
      <TextField
        label={t.auth.email}
        name="email"
        type="email"
        autoComplete="username"
        error={errors.email}
      />
      <TextField
        label={t.auth.password}
        name="password"
        type="password"
        autoComplete="new-password"
        hint={t.auth.passwordHint}
        error={errors.password}
      />
      <Button type="submit" kind="primary" disabled={signUp.isPending}>
        {t.auth.signUp}
      </Button>
    </form>
  )
}
