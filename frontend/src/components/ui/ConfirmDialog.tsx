import { AlertDialog as Base } from '@base-ui/react/alert-dialog'
import { type FormEvent, type ReactElement, type ReactNode, useState } from 'react'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import { Button } from './Button'
import { POPUP, VEIL } from './overlayClass'
import { TextField } from './TextField'

interface ConfirmDialogProps {
  title: string
  /** What will happen. */
  description: string
  /** The words on the button that does it. */
  action: string
  /** What must be typed before the button works: for what cannot be taken back. */
  typed?: string
  /** Does it. The dialog closes when the promise is kept, and stays open when it is broken. */
  onConfirm: () => Promise<unknown> | undefined
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** More fields, or what went wrong. */
  children?: ReactNode
}

/** Asks before something is lost. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useI18n()
  const [ownOpen, setOwnOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const ready = props.typed === undefined || typed.trim() === props.typed

  function setOpen(open: boolean) {
    setTyped('')
    setOwnOpen(open)
    props.onOpenChange?.(open)
  }

  async function onSubmit(event: FormEvent) {
    event.preventDefault()
    event.stopPropagation()
    if (!ready || busy) return
    setBusy(true)
    try {
      await props.onConfirm()
      setOpen(false)
    } catch {
      // The caller shows what went wrong, in the dialog.
    } finally {
      setBusy(false)
    }
  }

  return (
    <Base.Root open={props.open ?? ownOpen} onOpenChange={setOpen}>
      {props.trigger && <Base.Trigger render={props.trigger as ReactElement<Record<string, unknown>>} />}
      <Base.Portal>
        <Base.Backdrop className={VEIL} />
        <Base.Popup
          className={cx(
            POPUP,
            'fixed top-1/2 left-1/2 z-20 max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-md -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-xl',
          )}
        >
          <form className="grid gap-4 p-5" onSubmit={(event) => void onSubmit(event)}>
            <div className="grid gap-1">
              <Base.Title className="font-semibold text-xl">{props.title}</Base.Title>
              <Base.Description className="break-words text-muted">{props.description}</Base.Description>
            </div>
            {props.children}
            {props.typed !== undefined && (
              <TextField
                label={t.ui.typeToConfirm(props.typed)}
                value={typed}
                autoComplete="off"
                spellCheck={false}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
            <div className="flex flex-wrap justify-end gap-2">
              <Base.Close render={<Button />}>{t.ui.cancel}</Base.Close>
              <Button type="submit" kind="danger" disabled={!ready || busy}>
                {props.action}
              </Button>
            </div>
          </form>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
