import { Toast as Base } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import { buttonClass } from './Button'
import { IconButton } from './IconButton'
import { POPUP } from './overlayClass'

/** The place where news appears. */
export function Toasts() {
  const { t } = useI18n()
  return (
    <Base.Portal>
      <Base.Viewport
        aria-label={t.ui.news}
        className="fixed right-4 bottom-20 z-40 flex w-80 max-w-[calc(100vw-2rem)] flex-col gap-2 md:bottom-4"
      >
        <News />
      </Base.Viewport>
    </Base.Portal>
  )
}

function News() {
  const { t } = useI18n()
  const { toasts } = Base.useToastManager()
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      swipeDirection="right"
      className={cx(
        POPUP,
        'p-3 focus-visible:outline-2 focus-visible:outline-action focus-visible:outline-solid',
      )}
    >
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
