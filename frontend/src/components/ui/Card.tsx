import { type ComponentProps, type ReactNode, useId } from 'react'
import { cx } from '@/lib/cx'

interface CardProps extends Omit<ComponentProps<'section'>, 'title'> {
  title?: ReactNode
  /** What can be done with it, at the right of the title. */
  actions?: ReactNode
}

/** A part of a page with a heading of its own. */
export function Card({ title, actions, className, children, ...props }: CardProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className={cx(
        'grid min-w-0 content-start gap-4 rounded-xl border border-line bg-surface p-4 sm:p-5',
        className,
      )}
      {...props}
    >
      {(title || actions) && (
        <div className="flex min-h-7 flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <h2 id={id} className="font-semibold text-lg">
            {title}
          </h2>
          {actions}
        </div>
      )}
      {children}
    </section>
  )
}
