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
  // As a promise, which is kept even when what asked for it, a menu or the palette, is gone by then.
  async function leave() {
    try {
      await signOut.mutateAsync()
    } catch {
      toast({ title: t.auth.signOutFailed, description: t.app.tryAgain })
      return
    }
    await navigate({ to: '/' })
  }
  return { leaving: signOut.isPending, leave: () => void leave() }
}
