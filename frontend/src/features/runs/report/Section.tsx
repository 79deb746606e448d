import type { ReactNode } from 'react'

interface SectionProps {
  /** What the address and the page's own navigation call it. */
  id: string
  title: string
  /** What it answers, in a sentence. */
  lead?: string
  children: ReactNode
}

/** A part of a run's report. */
export function Section({ id, title, lead, children }: SectionProps) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="grid min-w-0 scroll-mt-24 gap-4 md:scroll-mt-16"
    >
      <div className="grid gap-0.5">
        <h2 id={`${id}-title`} className="font-semibold text-xl tracking-tight">
          {title}
        </h2>
        {lead && <p className="max-w-prose text-muted">{lead}</p>}
      </div>
      {children}
    </section>
  )
}
