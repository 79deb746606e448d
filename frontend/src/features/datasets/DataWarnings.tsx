import { TriangleAlert } from 'lucide-react'
import { Card } from '@/components/ui/Card'
import { English } from '@/components/ui/English'
import { useI18n } from '@/i18n/I18nProvider'
import type { Profile } from './profile'

/** What is odd about a dataset: every warning with the column it is about. */
export function DataWarnings({ profile }: { profile: Profile }) {
  const { t } = useI18n()
  const all = [...profile.warnings, ...profile.columns.flatMap((column) => column.warnings)]
  const warnings = [
    ...new Map(all.map((warning) => [`${warning.column} ${warning.detail}`, warning])).values(),
  ]
  if (warnings.length === 0) return null
  return (
    <Card title={t.dataset.warnings(warnings.length)}>
      <ul className="grid max-h-60 gap-2 overflow-y-auto">
        {warnings.map((warning) => (
          <li key={`${warning.column} ${warning.detail}`} className="flex items-start gap-2 text-sm">
            <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warn" />
            <span className="min-w-0 break-words">
              {warning.column && <strong className="font-medium">{warning.column}: </strong>}
              <English>{warning.detail}</English>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
