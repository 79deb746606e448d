import type { ReactNode } from 'react'
import { Button } from '@/components/ui/Button'
import { useI18n } from '@/i18n/I18nProvider'
import { MOST_COMPARED } from '../compare/search'

interface SelectionBarProps {
  /** Ids of the chosen runs. */
  chosen: readonly string[]
  onClear: () => void
  /** Leads to a comparison of runs. */
  renderCompare: (ids: readonly string[], words: string) => ReactNode
}

/** What can be done with the chosen runs; at the foot of the window, so that it is at hand while one scrolls. */
export function SelectionBar({ chosen, onClear, renderCompare }: SelectionBarProps) {
  const { t } = useI18n()
  if (chosen.length === 0) return null
  return (
    <div className="sticky bottom-16 z-10 mx-auto flex max-w-full flex-wrap items-center gap-2 rounded-xl border border-line bg-surface py-2 pr-2 pl-4 shadow-overlay md:bottom-4">
      <p role="status" className="mr-2 font-medium">
        {t.runsTable.selected(chosen.length)}
      </p>
      {chosen.length > 1 && chosen.length <= MOST_COMPARED ? (
        renderCompare(chosen, t.runsTable.compare)
      ) : (
        <p className="text-muted text-sm">
          {chosen.length > 1 ? t.runsTable.compareMore(MOST_COMPARED) : t.runsTable.compareLess}
        </p>
      )}
      <Button kind="quiet" onClick={onClear}>
        {t.runsTable.clearSelection}
      </Button>
    </div>
  )
}
