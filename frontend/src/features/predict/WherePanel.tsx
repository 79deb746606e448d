import { Cpu, Server, ShieldCheck } from 'lucide-react'
import { Button } from '@/components/ui/Button'
import { Failure } from '@/components/ui/Failure'
import { Progress } from '@/components/ui/Progress'
import { Segmented } from '@/components/ui/Segmented'
import { useI18n } from '@/i18n/I18nProvider'
import type { TabModel } from './useTabModel'

export type Where = 'server' | 'tab'

interface WherePanelProps {
  where: Where
  onWhere: (where: Where) => void
  tab: TabModel
  /** Length of the model's file in bytes; undefined if it has no form that runs in a tab. */
  size: number | undefined
  onLoad: () => void
}

/** Where the model runs: on the server, or in this tab, so that no value leaves it. */
export function WherePanel({ where, onWhere, tab, size, onLoad }: WherePanelProps) {
  const { t } = useI18n()
  return (
    <section aria-label={t.predict.where} className="grid justify-items-start gap-3">
      <Segmented<Where>
        label={t.predict.where}
        value={where}
        options={[
          { value: 'server', label: t.predict.onServer, icon: Server },
          ...(size === undefined ? [] : [{ value: 'tab' as const, label: t.predict.inTab, icon: Cpu }]),
        ]}
        onChange={onWhere}
      />
      {where === 'tab' && <TabState tab={tab} size={size ?? 0} onLoad={onLoad} />}
    </section>
  )
}

function TabState({ tab, size, onLoad }: { tab: TabModel; size: number; onLoad: () => void }) {
  const { t, format } = useI18n()
  switch (tab.state) {
    case 'absent':
      return (
        <div className="flex flex-wrap items-center gap-3">
          <Button kind="primary" onClick={onLoad}>
            {t.predict.load}
          </Button>
          <p className="max-w-prose text-muted text-sm">{t.predict.loadHint(format.bytes(size))}</p>
        </div>
      )
    case 'fetching':
      return (
        <div className="grid w-full max-w-sm gap-1">
          <Progress label={t.predict.fetching} done={tab.received} total={tab.total ?? 0} />
          <p className="text-muted text-sm">{t.predict.fetching}</p>
        </div>
      )
    case 'starting':
      return (
        <div className="grid w-full max-w-sm gap-1">
          <Progress label={t.predict.startingRuntime} done={0} total={0} />
          <p className="text-muted text-sm">{t.predict.startingRuntime}</p>
        </div>
      )
    case 'ready':
      return (
        <p role="status" className="inline-flex items-center gap-2 font-medium text-good text-sm">
          <ShieldCheck aria-hidden="true" className="size-4 shrink-0" />
          {t.predict.private}
        </p>
      )
    case 'failed':
      return <Failure title={t.predict.tabFailed} error={tab.error} onRetry={onLoad} />
  }
}
