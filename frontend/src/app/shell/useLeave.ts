import { useNavigate } from '@tanstack/react-router'
import { useToast } from '@/components/ui/Toast'
import { useSignOut } from '@/features/auth/api'
import { useI18n } from '@/i18n/I18nProvider'

/** Signs out, and goes to the start. */
export function useLeave(): { leave: () => void; leaving: boolean } {
  const { t } = useI18n()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const toast = useToast()
  return {
    leaving: signOut.isPending,
    leave: () =>
      signOut.mutate(undefined, {
        onSuccess: () => void navigate({ to: '/' }),
        onError: () => toast({ title: t.auth.signOutFailed, description: t.app.tryAgain }),
      }),
  }
}
