import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactElement, type ReactNode, useRef } from 'react'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import { IconButton } from './IconButton'
import { POPUP, VEIL } from './overlayClass'

interface DialogProps {
  title: string
  description?: string
  /** What opens it, unless `open` says so. */
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  /** Buttons at the foot. */
  actions?: ReactNode
  wide?: boolean
  /** For tables. */
  widest?: boolean
  children?: ReactNode
}

/** A window over the page: keeps the focus inside, closes with Escape, gives the focus back. */
export function Dialog(props: DialogProps) {
  const { t } = useI18n()
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Base.Root
      {...(props.open === undefined ? {} : { open: props.open })}
      {...(props.onOpenChange ? { onOpenChange: props.onOpenChange } : {})}
    >
      {props.trigger && <Base.Trigger render={props.trigger as ReactElement<Record<string, unknown>>} />}
      <Base.Portal>
        <Base.Backdrop className={VEIL} />
        <Base.Popup
          ref={popup}
          // The first field, or the window itself; on the button that closes, Escape would only close its tooltip.
          initialFocus={() =>
            popup.current?.querySelector<HTMLElement>('input:not([aria-hidden])') ?? popup.current
          }
          className={cx(
            POPUP,
            'fixed top-1/2 left-1/2 z-20 grid max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 gap-4 overflow-y-auto rounded-xl p-5',
            props.widest ? 'max-w-4xl' : props.wide ? 'max-w-2xl' : 'max-w-md',
          )}
        >
          <div className="flex items-start gap-3">
            <div className="grid flex-1 gap-1">
              <Base.Title className="font-semibold text-xl">{props.title}</Base.Title>
              {props.description && (
                <Base.Description className="text-muted">{props.description}</Base.Description>
              )}
            </div>
            <Base.Close render={<IconButton label={t.ui.close} icon={X} size="small" />} />
          </div>
          {props.children}
          {props.actions && <div className="flex flex-wrap justify-end gap-2">{props.actions}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
