import { X } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useToast } from '@/components/ui/Toast'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import type { RunsSearch } from './search'
import { isView, type SavedView, savedViews, viewOf, withView } from './views'

/** Comes when there is something to save. */
const SaveView = lazy(() => import('./SaveView').then((module) => ({ default: module.SaveView })))

interface ViewChipsProps {
  search: RunsSearch
  onChoose: (search: RunsSearch) => void
}

/** The saved views, one click each, and a way to save the one that is shown. */
export function ViewChips({ search, onChoose }: ViewChipsProps) {
  const { t } = useI18n()
  const toast = useToast()
  const views = savedViews.use()
  const isKept = views.some((view) => isView(search, view))
  const isPlain = Object.keys(viewOf(search)).length === 0

  function remove(view: SavedView) {
    savedViews.set(views.filter((other) => other !== view))
    toast({
      title: t.runsTable.viewRemoved(view.name),
      undo: () => savedViews.set(withView(savedViews.get(), view)),
    })
  }

  if (views.length === 0 && isPlain) return null
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <ul aria-label={t.runsTable.views} className="contents">
        {views.map((view) => (
          <li
            key={view.name}
            className={cx(
              'inline-flex max-w-full items-center rounded-md border text-sm',
              isView(search, view) ? 'border-action bg-action-soft' : 'border-line bg-surface',
            )}
          >
            <button
              type="button"
              aria-pressed={isView(search, view)}
              onClick={() => onChoose(view.search)}
              className="min-h-7 min-w-0 cursor-pointer truncate pl-2.5 font-medium"
            >
              {view.name}
            </button>
            <button
              type="button"
              aria-label={t.runsTable.removeView(view.name)}
              onClick={() => remove(view)}
              className="inline-grid size-7 shrink-0 cursor-pointer place-items-center text-muted hover:text-ink"
            >
              <X aria-hidden="true" className="size-3.5" />
            </button>
          </li>
        ))}
      </ul>
      {!isPlain && !isKept && (
        <Suspense fallback={null}>
          <SaveView search={search} />
        </Suspense>
      )}
    </div>
  )
}
