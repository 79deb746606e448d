import { BookmarkPlus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Dialog } from '@/components/ui/Dialog'
import { TextField } from '@/components/ui/TextField'
import { useI18n } from '@/i18n/I18nProvider'
import type { RunsSearch } from './search'
import { savedViews, viewOf, withView } from './views'

/** Asks for a name and keeps the way that the table is looked at. */
export function SaveView({ search }: { search: RunsSearch }) {
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
