import { Pin, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Mark } from '@/charts/marks'
import { Swatch } from '@/charts/Swatch'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import type { Run } from '../api'

interface RunHeadProps {
  run: Run
  label: string
  mark: Mark
  isBase: boolean
  onBase: () => void
  onRemove: () => void
  renderLink: (id: string, name: string) => ReactNode
}

const BUTTON =
  'inline-grid size-7 cursor-pointer place-items-center rounded-md hover:bg-sunken hover:text-ink'

/** The head of a run's column: its mark and name, whether the others are measured against it, and a way to take it out. */
export function RunHead({ run, label, mark, isBase, onBase, onRemove, renderLink }: RunHeadProps) {
  const { t } = useI18n()
  return (
    <div className="grid gap-1">
      <span className="flex items-start gap-2">
        <span className="mt-1">
          <Swatch mark={mark} />
        </span>
        <span className="min-w-0 flex-1 break-words font-medium">{renderLink(run.id, label)}</span>
        <span className="-mt-1 -mr-2 flex shrink-0">
          <button
            type="button"
            aria-label={t.compare.measureAgainst(label)}
            title={t.compare.measureAgainst(label)}
            aria-pressed={isBase}
            onClick={onBase}
            className={cx(BUTTON, isBase ? 'text-action' : 'text-muted')}
          >
            <Pin aria-hidden="true" className={cx('size-3.5', isBase && 'fill-current')} />
          </button>
          <button
            type="button"
            aria-label={t.compare.remove(label)}
            title={t.compare.remove(label)}
            onClick={onRemove}
            className={cx(BUTTON, 'text-muted')}
          >
            <X aria-hidden="true" className="size-3.5" />
          </button>
        </span>
      </span>
      <span className="break-words text-muted text-xs">
        {run.dataset_name} {t.runsTable.versionShort(run.dataset_version)} → {run.target}
      </span>
      {isBase && <span className="text-action text-xs">{t.compare.isBase}</span>}
    </div>
  )
}
