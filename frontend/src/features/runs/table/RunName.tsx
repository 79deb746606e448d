import { Pin, PinOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { markOf } from '@/charts/marks'
import { Swatch } from '@/charts/Swatch'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import type { RunRow } from '../runRow'

interface RunNameProps {
  row: RunRow
  pinned: boolean
  onPin: (row: RunRow | undefined) => void
  /** Leads from a run's name to the run. */
  renderLink: (id: string, name: string) => ReactNode
}

/** A run's mark, its name as a way to it, and the pin. */
export function RunName({ row, pinned, onPin, renderLink }: RunNameProps) {
  const { t } = useI18n()
  const Sign = pinned ? PinOff : Pin
  const label = pinned ? t.runsTable.unpin(row.model) : t.runsTable.pin(row.model)
  return (
    <span className="relative flex items-center gap-2">
      <Swatch mark={markOf(row.id)} />
      <span className="min-w-0 flex-1 truncate" title={row.model}>
        {row.run ? renderLink(row.id, row.model) : <span className="text-muted">{row.model}</span>}
      </span>
      {row.run && (
        <button
          type="button"
          aria-label={label}
          title={label}
          aria-pressed={pinned}
          onClick={() => onPin(pinned ? undefined : row)}
          className={cx(
            '-mr-1.5 inline-grid size-7 shrink-0 cursor-pointer place-items-center rounded-md hover:text-ink',
            pinned ? 'text-action' : 'text-muted',
            // In a table it lies over the end of the name, and only where the pointer or the focus is.
            !pinned &&
              'sm:absolute sm:right-0 sm:bg-sunken sm:opacity-0 sm:focus-visible:opacity-100 sm:group-hover/row:opacity-100 sm:pointer-coarse:opacity-100',
          )}
        >
          <Sign aria-hidden="true" className="size-3.5" />
        </button>
      )}
    </span>
  )
}
