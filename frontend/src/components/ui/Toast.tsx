import { Toast as Base } from '@base-ui/react/toast'
import { lazy, type ReactNode, Suspense, useMemo } from 'react'
import { useI18n } from '@/i18n/I18nProvider'

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

/** Shown by a file of its own: the first paint of no page needs it. */
const Toasts = lazy(async () => ({ default: (await import('./Toasts')).Toasts }))

export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider>
      {children}
      <Suspense>
        <Toasts />
      </Suspense>
    </Base.Provider>
  )
}
