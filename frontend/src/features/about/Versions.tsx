import { version as page } from 'virtual:third-party'
import { Badge } from '@/components/ui/Badge'
import { Failure } from '@/components/ui/Failure'
import { Skeleton } from '@/components/ui/Skeleton'
import { useI18n } from '@/i18n/I18nProvider'
import { useHealth } from './api'

/** Which version runs, and whether it is well. */
export function Versions() {
  const { t } = useI18n()
  const health = useHealth()
  if (health.isError) return <Failure error={health.error} onRetry={() => void health.refetch()} />
  return (
    <dl className="grid grid-cols-[auto_1fr] items-center gap-x-6 gap-y-2">
      <dt className="text-muted">{t.info.platform}</dt>
      <dd className="flex min-h-6 items-center gap-3 font-mono">
        {health.data ? (
          <>
            {health.data.version}
            <span className="font-sans">
              <Badge tone={health.data.status === 'ok' ? 'good' : 'bad'}>
                {health.data.status === 'ok' ? t.info.well : t.info.unwell}
              </Badge>
            </span>
          </>
        ) : (
          <Skeleton className="h-6 w-32" />
        )}
      </dd>
      <dt className="text-muted">{t.info.page}</dt>
      <dd className="font-mono">{page}</dd>
    </dl>
  )
}
