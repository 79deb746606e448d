import { type ReactNode, useEffect } from 'react'
import { useI18n } from '@/i18n/I18nProvider'

/** The page's heading: names the tab, and takes the focus after a navigation (see `app/navigation.ts`). */
export function PageHeading(props: { title: string; children?: ReactNode }) {
  const { t } = useI18n()
  useEffect(() => {
    document.title = `${props.title} · ${t.app.name}`
  }, [props.title, t])
  return (
    <header className="grid gap-2">
      <h1 tabIndex={-1} className="text-balance font-semibold text-2xl tracking-tight">
        {props.title}
      </h1>
      {props.children && <p className="max-w-prose text-muted">{props.children}</p>}
    </header>
  )
}
