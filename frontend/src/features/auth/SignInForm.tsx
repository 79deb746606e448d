import { Button } from '@/components/ui/Button'
import { Failure } from '@/components/ui/Failure'
import { TextField } from '@/components/ui/TextField'
import { useI18n } from '@/i18n/I18nProvider'
import { useSignIn } from './api'
import { useCredentialsForm } from './useCredentialsForm'

export function SignInForm(props: { onSignedIn: () => void }) {
  const { t } = useI18n()
  const signIn = useSignIn()
  const { form, onSubmit, errors, failure } = useCredentialsForm(false, {
    ...signIn,
    mutate: (values) => signIn.mutate(values, { onSuccess: props.onSignedIn }),
  })
  return (
    <form ref={form} noValidate className="grid gap-4" onSubmit={onSubmit}>
      {failure && <Failure error={failure} />}
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
        autoComplete="current-password"
        error={errors.password}
      />
      <Button type="submit" kind="primary" disabled={signIn.isPending}>
        {t.auth.signIn}
      </Button>
    </form>
  )
}
