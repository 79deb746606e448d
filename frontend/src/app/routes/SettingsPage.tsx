import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { PageHeading } from '@/components/ui/PageHeading'
import { useToast } from '@/components/ui/Toast'
import { Appearance } from '@/features/account/Appearance'
import { DeleteAccount } from '@/features/account/DeleteAccount'
import { ExportData } from '@/features/account/ExportData'
import { Password } from '@/features/account/Password'
import { Profile } from '@/features/account/Profile'
import { Sessions } from '@/features/account/Sessions'
import { Tokens } from '@/features/account/Tokens'
import { forgetSession, meQuery } from '@/features/auth/session'
import { useI18n } from '@/i18n/I18nProvider'

export function SettingsPage() {
  const { t } = useI18n()
  const client = useQueryClient()
  const navigate = useNavigate()
  const toast = useToast()
  const { data: me } = useQuery({ ...meQuery, enabled: false })
  if (!me) return null

  function leave() {
    // First, so that an answer under way does not ask to sign in again.
    forgetSession(client)
    void navigate({ to: '/' })
    toast({ title: t.settings.removed })
  }

  return (
    <>
      <PageHeading title={t.settings.title} />
      <div className="max-w-[62.5rem]">
        <Appearance />
        <Profile me={me} />
        <Password email={me.email} />
        <Sessions />
        <Tokens />
        <ExportData />
        <DeleteAccount email={me.email} onDeleted={leave} />
      </div>
    </>
  )
}
