import { Button } from '@/components/ui/Button'
import { Failure } from '@/components/ui/Failure'
import { Moment } from '@/components/ui/Moment'
import { SideSection } from '@/components/ui/SideSection'
import { SkeletonRows } from '@/components/ui/Skeleton'
import { useToast } from '@/components/ui/Toast'
import { useI18n } from '@/i18n/I18nProvider'
import { type Session, useEndSession, useSessions } from './api'
import { readUserAgent } from './userAgent'

/** Where one is signed in; any place but this one can be signed out. */
export function Sessions() {
  const { t } = useI18n()
  const sessions = useSessions()
  return (
    <SideSection title={t.settings.sessions} hint={t.settings.sessionsHint}>
      {sessions.isPending && <SkeletonRows rows={2} />}
      {sessions.isError && <Failure error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {sessions.data && (
        <ul
          aria-label={t.settings.sessions}
          className="divide-y divide-line rounded-xl border border-line bg-surface"
        >
          {sessions.data.map((session) => (
            <SessionItem key={session.id} session={session} />
          ))}
        </ul>
      )}
    </SideSection>
  )
}

function SessionItem({ session }: { session: Session }) {
  const { t, format } = useI18n()
  const end = useEndSession()
  const toast = useToast()
  const { browser, system } = readUserAgent(session.user_agent)
  const name = t.settings.browserOn(browser, system)
  return (
    <li className="grid gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="grid min-w-0">
          <span className="font-medium" title={session.user_agent}>
            {name}
          </span>
          <span className="text-muted text-sm">
            {t.settings.signedInAt} <Moment iso={session.created_at} /> ·{' '}
            {t.settings.endsBy(format.moment(session.expires_at))}
          </span>
        </div>
        {session.current ? (
          <span className="text-muted text-sm">{t.settings.thisBrowser}</span>
        ) : (
          <Button
            size="small"
            aria-label={t.settings.signOutOf(name)}
            disabled={end.isPending}
            onClick={() =>
              end.mutate(session.id, { onSuccess: () => toast({ title: t.settings.signedOutOf(name) }) })
            }
          >
            {t.settings.signOutThere}
          </Button>
        )}
      </div>
      {end.error && <Failure error={end.error} />}
    </li>
  )
}
