import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/Button'
import { ConfirmDialog } from '@/components/ui/ConfirmDialog'
import { EmptyState } from '@/components/ui/EmptyState'
import { Failure } from '@/components/ui/Failure'
import { Moment } from '@/components/ui/Moment'
import { SideSection } from '@/components/ui/SideSection'
import { SkeletonRows } from '@/components/ui/Skeleton'
import { useToast } from '@/components/ui/Toast'
import { useI18n } from '@/i18n/I18nProvider'
import { type Token, useRevokeToken, useTokens } from './api'
import { NewToken } from './NewToken'

/** Personal access tokens: what scripts sign in with. */
export function Tokens() {
  const { t } = useI18n()
  const tokens = useTokens()
  const [making, setMaking] = useState(false)
  const make = <Button onClick={() => setMaking(true)}>{t.settings.newToken}</Button>
  return (
    <SideSection title={t.settings.tokens} hint={t.settings.tokensHint}>
      {tokens.isPending && <SkeletonRows rows={2} />}
      {tokens.isError && <Failure error={tokens.error} onRetry={() => void tokens.refetch()} />}
      {tokens.data?.length === 0 && (
        <EmptyState icon={KeyRound}>
          <p>{t.settings.noTokens}</p>
          {make}
        </EmptyState>
      )}
      {tokens.data && tokens.data.length > 0 && (
        <>
          <ul
            aria-label={t.settings.tokens}
            className="divide-y divide-line rounded-xl border border-line bg-surface"
          >
            {tokens.data.map((token) => (
              <TokenItem key={token.id} token={token} />
            ))}
          </ul>
          <div>{make}</div>
        </>
      )}
      <NewToken open={making} onClose={() => setMaking(false)} />
    </SideSection>
  )
}

function TokenItem({ token }: { token: Token }) {
  const { t, format } = useI18n()
  const revoke = useRevokeToken()
  const toast = useToast()
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
      <div className="grid min-w-0">
        <span className="break-words font-medium">{token.name}</span>
        <span className="text-muted text-sm">
          {t.settings.scopes[token.scope]} · {t.settings.endsOn(format.day(token.expires_at))} ·{' '}
          {t.settings.made} <Moment iso={token.created_at} />
        </span>
      </div>
      <ConfirmDialog
        title={t.settings.revokeTitle(token.name)}
        description={t.settings.revokeText}
        action={t.settings.revoke}
        trigger={
          <Button size="small" aria-label={t.settings.revokeLabel(token.name)}>
            {t.settings.revoke}
          </Button>
        }
        onConfirm={async () => {
          await revoke.mutateAsync(token.id)
          toast({ title: t.settings.revoked(token.name) })
        }}
      >
        {revoke.error && <Failure error={revoke.error} />}
      </ConfirmDialog>
    </li>
  )
}
