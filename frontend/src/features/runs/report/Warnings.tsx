import { TriangleAlert } from 'lucide-react'
import { Card } from '@/components/ui/Card'
import { useI18n } from '@/i18n/I18nProvider'
import type { RunWithReport } from '../detail'

/** What a user should know before trusting the scores: what it is, what the engine found, and what to do. */
export function Warnings({ warnings }: Pick<RunWithReport, 'warnings'>) {
  const { t } = useI18n()
  if (warnings.length === 0) return null
  return (
    <Card title={t.run.warnings}>
      <ul className="grid gap-4 lg:grid-cols-2">
        {warnings.map(({ kind, column, detail }) => (
          <li key={`${kind} ${column}`} className="grid grid-cols-[auto_minmax(0,1fr)] content-start gap-x-3">
            <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 text-warn" />
            <div className="grid gap-0.5">
              <p className="font-medium">
                {t.run.warningKinds[kind].title}
                {column && <span className="break-all font-mono font-normal">: {column}</span>}
              </p>
              {/* The engine's own sentence, which is English. */}
              <p lang="en" className="break-words text-muted text-sm">
                {detail}
              </p>
              <p className="text-sm">{t.run.warningKinds[kind].advice}</p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
