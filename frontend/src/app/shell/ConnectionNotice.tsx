import { onlineManager, useQueryClient } from '@tanstack/react-query'
import { CloudOff, type LucideIcon, RefreshCw } from 'lucide-react'
import { type ReactNode, useSyncExternalStore } from 'react'
import { keys } from '@/api/keys'
import { Button } from '@/components/ui/Button'
import { useI18n } from '@/i18n/I18nProvider'
import { newVersion } from '@/lib/serviceWorker'
import { useNow } from '@/lib/useNow'

const reload = () => window.location.reload()
const subscribeToNetwork = (listener: () => void) => onlineManager.subscribe(listener)
const isOnline = () => onlineManager.isOnline()

/** Says above everything that there is no network, or that there is a newer build of the page. */
export function ConnectionNotice() {
  const { t } = useI18n()
  const online = useSyncExternalStore(subscribeToNetwork, isOnline)
  const isOutdated = useSyncExternalStore(newVersion.subscribe, newVersion.isReady)
  return (
    <div role="status">
      {!online && (
        <Bar icon={CloudOff} action={t.connection.retry}>
          {t.connection.offline} <ShownFrom />
        </Bar>
      )}
      {online && isOutdated && (
        <Bar icon={RefreshCw} action={t.connection.load}>
          {t.connection.newVersion}
        </Bar>
      )}
    </div>
  )
}

function Bar(props: { icon: LucideIcon; action: string; children: ReactNode }) {
  const Icon = props.icon
  return (
    <div className="flex flex-wrap items-center justify-center gap-x-3 gap-y-1 border-line border-b bg-warn-soft px-4 py-1.5 text-sm">
      <Icon aria-hidden="true" className="size-4 shrink-0 text-warn" />
      <p>{props.children}</p>
      <Button size="small" onClick={reload}>
        {props.action}
      </Button>
    </div>
  )
}

/** How old the oldest answer is that the page shows. */
function ShownFrom() {
  const { t, format } = useI18n()
  const cache = useQueryClient().getQueryCache()
  const now = useNow()
  const oldest = useSyncExternalStore(
    (listener) => cache.subscribe(listener),
    () =>
      cache
        .findAll({ type: 'active', predicate: ({ queryKey }) => queryKey[0] !== keys.me[0] })
        .map(({ state }) => state.dataUpdatedAt)
        .filter((at) => at > 0)
        .reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY),
  )
  if (!Number.isFinite(oldest)) return null
  return t.connection.shownFrom(format.ago(new Date(oldest).toISOString(), now))
}
