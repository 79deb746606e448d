import { useNavigate } from '@tanstack/react-router'
import { Button } from '@/components/ui/Button'
import { useSignOut } from '@/features/auth/api'
import { useI18n } from '@/i18n/I18nProvider'

export function SignOutButton({ email }: { email: string }) {
  const { t } = useI18n()
  const navigate = useNavigate()
  const signOut = useSignOut()
  return (
    <span className="inline-flex min-w-0 items-center gap-2">
      <span className="hidden max-w-48 truncate text-muted text-sm sm:inline" title={email}>
        {email}
      </span>
      <Button
        disabled={signOut.isPending}
        onClick={() => signOut.mutate(undefined, { onSuccess: () => void navigate({ to: '/' }) })}
      >
        {t.auth.signOut}
      </Button>
      {signOut.error && (
        <span role="alert" className="text-bad text-sm">
          {t.app.tryAgain}
        </span>
      )}
    </span>
  )
}
