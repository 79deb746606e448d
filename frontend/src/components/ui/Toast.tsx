import { Toast as Base } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import { buttonClass } from './Button'
import { IconButton } from './IconButton'
import { POPUP } from './overlayClass'

const SHOWN = 6_000

interface ToastOptions {
  title: string
  description?: string
  /** Takes back what was done. */
  undo?: () => void
  /** Called once when it is too late to take it back: now do it for good. */
  onExpire?: () => void
}

/** Short news at the edge of the page. Never the only place of an error. */
export function useToast(): (options: ToastOptions) => void {
  const { t } = useI18n()
  const { add, close } = Base.useToastManager()
  return useMemo(
    () =>
      ({ title, description, undo, onExpire }: ToastOptions) => {
        let undone = false
        const id = add({
          title,
          description,
          timeout: SHOWN,
          onClose: () => {
            if (!undone) onExpire?.()
          },
          ...(undo && {
            actionProps: {
              children: t.ui.undo,
              onClick: () => {
                undone = true
                undo()
                close(id)
              },
            },
          }),
        })
      },
    [add, close, t],
  )
}

export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider>
      {children}
      <Base.Portal>
        <Base.Viewport className="fixed right-4 bottom-20 z-40 flex w-80 max-w-[calc(100vw-2rem)] flex-col gap-2 md:bottom-4">
          <Toasts />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  )
}

function Toasts() {
  const { t } = useI18n()
  const { toasts } = Base.useToastManager()
  return toasts.map((toast) => (
    <Base.Root key={toast.id} toast={toast} swipeDirection="right" className={cx(POPUP, 'p-3')}>
      <Base.Content className="flex items-start gap-3">
        <div className="grid min-w-0 flex-1 gap-0.5 py-0.5">
          <Base.Title className="break-words font-medium" />
          <Base.Description className="break-words text-muted text-sm" />
        </div>
        {toast.actionProps && <Base.Action className={buttonClass('plain', undefined, 'small')} />}
        <Base.Close render={<IconButton label={t.ui.close} icon={X} size="small" />} />
      </Base.Content>
    </Base.Root>
  ))
}
