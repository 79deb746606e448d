import { useI18n } from '@/i18n/I18nProvider'
import type { Correlations } from './api'

/** The columns that were not measured, by the reason. */
export function Omitted({ columns }: { columns: Correlations['omitted'] }) {
  const { t } = useI18n()
  const reasons = [...new Set(columns.map(({ reason }) => reason))]
  if (reasons.length === 0) return null
  return (
    <ul className="grid gap-1 text-muted text-sm">
      {reasons.map((reason) => (
        <li key={reason} className="break-words">
          {t.analysis.omitted[reason]}{' '}
          {columns
            .filter((column) => column.reason === reason)
            .map(({ column }) => column)
            .join(', ')}
        </li>
      ))}
    </ul>
  )
}
