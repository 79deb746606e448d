import { BookmarkPlus, X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Dialog } from '@/components/ui/Dialog'
import { TextField } from '@/components/ui/TextField'
import { useToast } from '@/components/ui/Toast'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import type { RunsSearch } from './search'
import { isView, type SavedView, savedViews, viewOf, withView } from './views'

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
      {!isPlain && !isKept && <SaveView search={search} />}
    </div>
  )
}

function SaveView({ search }: { search: RunsSearch }) {
  const { t } = useI18n()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)

  function show(next: boolean) {
    setOpen(next)
    setName(search.q ?? '')
    setTried(false)
  }

  function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '') return
    savedViews.set(withView(savedViews.get(), { name: name.trim(), search: viewOf(search) }))
    setOpen(false)
  }

  return (
    <Dialog
      title={t.runsTable.saveView}
      description={t.runsTable.saveViewLead}
      open={open}
      onOpenChange={show}
      trigger={
        <Button kind="quiet" size="small">
          <BookmarkPlus aria-hidden="true" />
          {t.runsTable.saveView}
        </Button>
      }
    >
      <form onSubmit={save} className="grid gap-4">
        <TextField
          label={t.runsTable.viewName}
          value={name}
          maxLength={60}
          autoComplete="off"
          error={tried && name.trim() === '' ? t.runsTable.viewNameMissing : undefined}
          onChange={(event) => setName(event.target.value)}
        />
        <div className="flex justify-end">
          <Button type="submit" kind="primary">
            {t.runsTable.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
