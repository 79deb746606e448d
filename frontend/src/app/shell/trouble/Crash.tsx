import type { ErrorComponentProps } from '@tanstack/react-router'
import { RotateCw } from 'lucide-react'
import { useEffect } from 'react'
import { ApiError } from '@/api/apiError'
import { Button, buttonClass } from '@/components/ui/Button'
import { useI18n } from '@/i18n/I18nProvider'
import { Trouble } from './Trouble'
import { type TroubleName, troubleOf } from './troubleOf'

const KINDS = {
  offline: 'cut',
  unreachable: 'cut',
  throttled: 'cut',
  server: 'fallen',
  crash: 'fallen',
} as const

const reload = () => window.location.reload()

/** Shown in place of a page that breaks, whose files do not arrive, or of which nobody can say who may see it. */
export function Crash({ error }: ErrorComponentProps) {
  const { t } = useI18n()
  const name = troubleOf(error, navigator.onLine)
  const { title, lead } = t.errors.troubles[name]
  useEffect(() => {
    // It has taken the place of what was read: says so, and Tab starts here.
    document.querySelector<HTMLElement>('h1')?.focus()
    if (name !== 'offline') return
    window.addEventListener('online', reload)
    return () => window.removeEventListener('online', reload)
  }, [name])

  return (
    <Trouble
      kind={KINDS[name]}
      title={title}
      lead={lead}
      actions={
        <>
          <Button kind="primary" onClick={reload}>
            <RotateCw aria-hidden="true" />
            {t.app.tryAgain}
          </Button>
          {/* No link of the router, whose state may be what broke. */}
          <a href="/" className={buttonClass('quiet')}>
            {t.errors.notFound.home}
          </a>
        </>
      }
    >
      <Cause name={name} error={error} />
    </Trouble>
  )
}

/** The same without a frame around it, for when that broke. */
export function CrashAlone(props: ErrorComponentProps) {
  return (
    <main className="mx-auto max-w-6xl px-4 sm:px-6">
      <Crash {...props} />
    </main>
  )
}

/** What somebody who is asked for help will want to know. */
function Cause({ name, error }: { name: TroubleName; error: unknown }) {
  const { t } = useI18n()
  if (error instanceof ApiError) {
    return (
      <div className="grid gap-0.5 text-muted text-sm">
        {name === 'server' && <p>{t.errors.failures[error.code]}</p>}
        {error.retryAfter !== undefined && <p>{t.errors.retryIn(error.retryAfter)}</p>}
        {error.requestId && <p>{t.errors.requestId(error.requestId)}</p>}
      </div>
    )
  }
  if (name !== 'crash') return null
  return (
    <p lang="en" className="break-words font-mono text-muted text-sm">
      {String(error)}
    </p>
  )
}
