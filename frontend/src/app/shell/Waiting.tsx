import { useEffect, useState } from 'react'
import { useI18n } from '@/i18n/I18nProvider'

/** Shorter waits are not worth a word, in ms. */
const PATIENCE = 600

/** In place of everything while the first answer is on its way. */
export function Waiting() {
  const { t } = useI18n()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div role="status" className="grid min-h-dvh place-items-center">
      {late && (
        <p className="flex items-center gap-3 text-muted">
          <img src="/icon.svg" alt="" width="24" height="24" className="motion-safe:animate-pulse" />
          {t.app.loading}
        </p>
      )}
    </div>
  )
}
