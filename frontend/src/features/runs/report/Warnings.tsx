import { Card } from '@/components/ui/Card'
import { WarningList } from '@/components/ui/WarningList'
import { useI18n } from '@/i18n/I18nProvider'
import type { RunWithReport } from '../detail'

/** What a user should know before trusting the scores: what it is, what the engine found, and what to do. */
export function Warnings({ warnings }: Pick<RunWithReport, 'warnings'>) {
  const { t } = useI18n()
  if (warnings.length === 0) return null
  return (
    <Card title={t.run.warnings}>
      <WarningList warnings={warnings} />
    </Card>
  )
}
