import { type ReactNode, useEffect } from 'react'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'

interface PageHeadingProps {
  title: string
  /** Where this belongs, above the title: a link back. */
  above?: ReactNode
  /** What can be done here, at the right of the title. */
  actions?: ReactNode
  /** `large` where the page introduces the whole. */
  size?: 'large'
  /** A sentence or two below. */
  children?: ReactNode
}

/** The page's heading: names the tab, and takes the focus after a navigation (see `app/navigation.ts`). */
export function PageHeading(props: PageHeadingProps) {
  const { t } = useI18n()
  useEffect(() => {
    document.title = `${props.title} · ${t.app.name}`
  }, [props.title, t])
  return (
    <header
      className={cx(
        'flex flex-wrap items-center justify-between gap-x-6',
        props.size === 'large' ? 'gap-y-4' : 'gap-y-2',
      )}
    >
      {props.above && <div className="-mb-1 basis-full text-muted text-sm">{props.above}</div>}
      <h1
        tabIndex={-1}
        className={cx(
          'min-w-0 text-balance break-words font-semibold tracking-tight',
          props.size === 'large' ? 'text-3xl sm:text-4xl' : 'text-2xl',
        )}
      >
        {props.title}
      </h1>
      {props.actions && (
        // On phones, where there is no room beside the title, below what belongs to it.
        <div className="flex flex-wrap items-center gap-2 max-sm:order-1">{props.actions}</div>
      )}
      {props.children && (
        <p className={cx('basis-full text-muted', props.size === 'large' && 'text-lg')}>
          <span className="inline-block max-w-prose">{props.children}</span>
        </p>
      )}
    </header>
  )
}
