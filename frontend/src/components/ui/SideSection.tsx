import { type ReactNode, useId } from 'react'

interface SideSectionProps {
  title: string
  /** What it is about, in a sentence or two. */
  hint?: ReactNode
  children: ReactNode
}

/** A part of a long page: its name at the left, its content at the right. */
export function SideSection({ title, hint, children }: SideSectionProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-10 gap-y-4 border-line border-t py-8 first:border-t-0 first:pt-2 lg:grid-cols-[18rem_minmax(0,1fr)]"
    >
      <div className="grid content-start gap-1">
        <h2 id={id} className="font-semibold text-lg">
          {title}
        </h2>
        {hint && <p className="max-w-prose text-muted text-sm">{hint}</p>}
      </div>
      <div className="grid min-w-0 max-w-2xl content-start gap-4">{children}</div>
    </section>
  )
}
