import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface EmptyStateProps {
  icon?: LucideIcon
  title?: string
  /** What to do about it: a sentence, and one button. */
  children: ReactNode
}

/** Nothing there yet, and what to do about it. */
export function EmptyState({ icon: Icon, title, children }: EmptyStateProps) {
  return (
    <div className="grid justify-items-center gap-3 rounded-xl border border-line border-dashed px-4 py-12 text-center text-muted">
      {Icon && <Icon aria-hidden="true" className="size-8" strokeWidth={1.5} />}
      {title && <p className="font-semibold text-ink text-lg">{title}</p>}
      {children}
    </div>
  )
}
