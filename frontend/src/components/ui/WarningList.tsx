import { TriangleAlert } from 'lucide-react'
import type { components } from '@/api/schema'
import { useI18n } from '@/i18n/I18nProvider'

/** What somebody should know: what it is, what the engine found, and what to do. */
export function WarningList({ warnings }: { warnings: readonly components['schemas']['Warning'][] }) {
  const { t } = useI18n()
  return (
    <ul className="grid gap-4 lg:grid-cols-2">
      {warnings.map(({ kind, column, detail }) => (
        <li
          key={`${kind} ${column} ${detail}`}
          className="grid grid-cols-[auto_minmax(0,1fr)] content-start gap-x-3"
        >
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
  )
}
