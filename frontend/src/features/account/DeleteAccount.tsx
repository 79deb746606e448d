import { useState } from 'react'
import { ApiError } from '@/api/apiError'
import { Button } from '@/components/ui/Button'
import { ConfirmDialog } from '@/components/ui/ConfirmDialog'
import { Failure } from '@/components/ui/Failure'
import { SideSection } from '@/components/ui/SideSection'
import { TextField } from '@/components/ui/TextField'
import { useI18n } from '@/i18n/I18nProvider'
import { useDeleteAccount } from './api'

/** The end of the account: asks for its address and its password first. */
export function DeleteAccount({ email, onDeleted }: { email: string; onDeleted: () => void }) {
  const { t } = useI18n()
  const remove = useDeleteAccount()
  const [password, setPassword] = useState('')
  const wrong = remove.error instanceof ApiError && remove.error.code === 'invalid-credentials'
  return (
    <SideSection title={t.settings.remove} hint={t.settings.removeHint}>
      <div>
        <ConfirmDialog
          title={t.settings.removeTitle}
          description={t.settings.removeText}
          action={t.settings.remove}
          typed={email}
          trigger={<Button kind="danger">{t.settings.removeOpen}</Button>}
          onOpenChange={() => {
            setPassword('')
            remove.reset()
          }}
          onConfirm={async () => {
            await remove.mutateAsync(password)
            onDeleted()
          }}
        >
          {remove.error && !wrong && <Failure error={remove.error} />}
          <TextField
            label={t.auth.password}
            type="password"
            autoComplete="current-password"
            value={password}
            error={wrong ? t.settings.passwordWrong : undefined}
            onChange={(event) => setPassword(event.target.value)}
          />
        </ConfirmDialog>
      </div>
    </SideSection>
  )
}
