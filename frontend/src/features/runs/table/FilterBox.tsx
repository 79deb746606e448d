import { Autocomplete as Base } from '@base-ui/react/autocomplete'
import { Search, X } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { IconButton } from '@/components/ui/IconButton'
import { Kbd } from '@/components/ui/Kbd'
import { POPUP, POPUP_ITEM, POPUP_ITEM_AHEAD } from '@/components/ui/overlayClass'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import type { FilterKey } from '../filter/keys'
import type { FilterProblem } from '../filter/parse'
import { type Suggestion, suggest } from '../filter/suggest'
import type { RunRow } from '../runRow'
import { KeyHint } from './KeyHint'
import { problemText } from './problemText'

interface FilterBoxProps {
  text: string
  onChange: (text: string) => void
  keys: ReadonlyMap<string, FilterKey>
  /** Whose values are suggested. */
  rows: readonly RunRow[]
  problems: readonly FilterProblem[]
}

/** Where rows are asked for in words; suggests what can stand at the cursor, and says what is wrong. */
export function FilterBox({ text, onChange, keys, rows, problems }: FilterBoxProps) {
  const { t } = useI18n()
  const texts = t.runsTable.filter
  const input = useRef<HTMLInputElement>(null)
  const wanted = useRef<number>(undefined)
  const [cursor, setCursor] = useState(text.length)
  const [open, setOpen] = useState(false)
  const problemsId = useId()
  const suggestions = useMemo(
    () => (open ? suggest(text, Math.min(cursor, text.length), keys, rows) : []),
    [open, text, cursor, keys, rows],
  )

  // What was taken from the list may end in the middle of the text.
  useEffect(() => {
    if (wanted.current === undefined || input.current?.value !== text) return
    input.current.setSelectionRange(wanted.current, wanted.current)
    setCursor(wanted.current)
    wanted.current = undefined
  }, [text])

  function change(next: string, reason: string) {
    const taken = reason === 'item-press' ? suggestions.find((one) => one.text === next) : undefined
    wanted.current = taken?.cursor
    // After a key its values are suggested at once.
    if (taken) setOpen(taken.count === undefined)
    else setCursor(input.current?.selectionStart ?? next.length)
    onChange(next)
  }

  return (
    <div className="grid gap-1">
      <Base.Root
        items={suggestions}
        mode="none"
        value={text}
        onValueChange={(next, { reason }) => change(next, reason)}
        itemToStringValue={(suggestion: Suggestion) => suggestion.text}
        open={open && suggestions.length > 0}
        onOpenChange={(next, { reason }) => {
          if (reason !== 'item-press') setOpen(next)
        }}
        openOnInputClick
      >
        <div className="relative flex items-center">
          <Search aria-hidden="true" className="pointer-events-none absolute left-3 size-4 text-muted" />
          <Base.Input
            ref={input}
            aria-label={texts.label}
            aria-invalid={problems.length > 0 || undefined}
            aria-describedby={problems.length > 0 ? problemsId : undefined}
            aria-keyshortcuts="/"
            placeholder={texts.placeholder}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            onSelect={(event) => setCursor(event.currentTarget.selectionStart ?? 0)}
            className={cx(
              'min-h-9 w-full rounded-lg border bg-surface py-1.5 pr-10 pl-9 font-mono text-ink text-sm placeholder:text-muted',
              problems.length > 0 ? 'border-bad' : 'border-control',
            )}
          />
          <span className="absolute right-1.5">
            {text === '' ? (
              <span aria-hidden="true" className="pointer-events-none mr-1 max-sm:hidden">
                <Kbd>/</Kbd>
              </span>
            ) : (
              <IconButton
                label={t.runsTable.clearFilter}
                icon={X}
                size="small"
                onClick={() => {
                  onChange('')
                  input.current?.focus()
                }}
              />
            )}
          </span>
        </div>
        <Base.Portal>
          <Base.Positioner className="z-30" sideOffset={4} align="start">
            <Base.Popup
              className={cx(
                POPUP,
                'max-h-[min(var(--available-height),22rem)] w-(--anchor-width) max-w-md overflow-y-auto p-1',
              )}
            >
              <Base.List>
                {(suggestion: Suggestion) => (
                  <Base.Item
                    key={suggestion.label}
                    value={suggestion}
                    className={cx(POPUP_ITEM, POPUP_ITEM_AHEAD)}
                  >
                    <span className="truncate font-mono text-sm">{suggestion.label}</span>
                    <span className="ml-auto truncate text-muted text-xs">
                      <KeyHint suggestion={suggestion} keys={keys} />
                    </span>
                  </Base.Item>
                )}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
      <ul
        id={problemsId}
        aria-live="polite"
        className={cx('text-bad text-sm', problems.length === 0 && 'sr-only')}
      >
        {problems.map((problem) => {
          const words = problemText(problem, texts.problems)
          return <li key={words}>{words}</li>
        })}
      </ul>
    </div>
  )
}
