import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { useNavigate } from '@tanstack/react-router'
import { House, Info, LogIn, Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Kbd } from '@/components/ui/Kbd'
import { POPUP, POPUP_ITEM_AHEAD, VEIL } from '@/components/ui/overlayClass'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import { overlay } from '../overlay'
import { type Command, type CommandGroup, findCommands } from './commands'
import { usePreferenceCommands } from './usePreferenceCommands'
import { useWorkCommands } from './useWorkCommands'

/** Everything that can be done, found by typing. */
export function Palette({ open, signedIn }: { open: boolean; signedIn: boolean }) {
  const { t } = useI18n()
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && overlay.get() === 'palette' && overlay.hide()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={VEIL} />
        <Dialog.Popup
          aria-label={t.palette.title}
          className={cx(
            POPUP,
            'fixed top-[min(12dvh,7rem)] left-1/2 z-20 flex max-h-[min(34rem,80dvh)] w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2 flex-col overflow-hidden rounded-xl',
          )}
        >
          {signedIn ? <WorkCommands /> : <PublicCommands />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function WorkCommands() {
  return <CommandList groups={[...useWorkCommands(), usePreferenceCommands()]} />
}

function PublicCommands() {
  const { t } = useI18n()
  const navigate = useNavigate()
  const pages: CommandGroup = {
    value: t.palette.pages,
    items: [
      { id: '/', label: t.palette.home, icon: House, run: () => void navigate({ to: '/' }) },
      { id: '/login', label: t.auth.signIn, icon: LogIn, run: () => void navigate({ to: '/login' }) },
      { id: '/info', label: t.app.places.info, icon: Info, run: () => void navigate({ to: '/info' }) },
    ],
  }
  return <CommandList groups={[pages, usePreferenceCommands()]} />
}

function CommandList({ groups }: { groups: CommandGroup[] }) {
  const { t } = useI18n()
  const [query, setQuery] = useState('')
  const found = useMemo(() => findCommands(groups, query), [groups, query])

  function choose(command: Command) {
    overlay.hide()
    command.run()
  }

  return (
    <Autocomplete.Root
      open
      inline
      items={groups}
      filteredItems={found}
      value={query}
      onValueChange={setQuery}
      itemToStringValue={(command: Command) => command.label}
      autoHighlight="always"
      keepHighlight
    >
      <div className="flex items-center gap-3 border-line border-b px-4">
        <Search aria-hidden="true" className="size-4 shrink-0 text-muted" />
        <Autocomplete.Input
          aria-label={t.palette.input}
          placeholder={t.palette.input}
          className="h-12 w-full min-w-0 bg-transparent text-ink text-lg outline-none placeholder:text-muted"
        />
        <Dialog.Close
          aria-label={`${t.ui.close} (Esc)`}
          className="inline-flex min-h-6 shrink-0 cursor-pointer items-center rounded"
        >
          <Kbd>Esc</Kbd>
        </Dialog.Close>
      </div>
      <Autocomplete.Empty>
        <div className="px-4 py-8 text-center text-muted empty:hidden">{t.palette.nothing(query)}</div>
      </Autocomplete.Empty>
      <Autocomplete.List
        aria-label={t.palette.title}
        className="min-h-0 overflow-y-auto overscroll-contain p-1.5 empty:p-0"
      >
        {(group: CommandGroup) => (
          <Autocomplete.Group key={group.value} items={group.items} className="not-last:mb-1.5">
            <Autocomplete.GroupLabel className="px-2.5 pt-1.5 pb-1 text-muted text-xs">
              {group.value}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(command: Command) => <CommandItem key={command.id} command={command} onChoose={choose} />}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  )
}

function CommandItem({ command, onChoose }: { command: Command; onChoose: (command: Command) => void }) {
  const { icon: Icon, keys = [] } = command
  return (
    <Autocomplete.Item
      value={command}
      onClick={() => onChoose(command)}
      className={cx(
        'flex min-h-9 cursor-default select-none scroll-my-2 items-center gap-2.5 rounded-md px-2.5 outline-none data-highlighted:bg-action-soft data-highlighted:text-action',
        POPUP_ITEM_AHEAD,
      )}
    >
      <Icon aria-hidden="true" className="size-4 shrink-0" strokeWidth={1.75} />
      <span className="min-w-0 truncate">{command.label}</span>
      {command.detail && <span className="min-w-0 flex-1 truncate text-muted text-sm">{command.detail}</span>}
      {keys.length > 0 && (
        <span aria-hidden="true" className="ml-auto flex shrink-0 gap-1">
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </span>
      )}
    </Autocomplete.Item>
  )
}
