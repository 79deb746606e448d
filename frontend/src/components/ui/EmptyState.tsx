import type { ReactNode } from 'react'

/** Nothing there yet, and what to do about it. */
export function EmptyState({ children }: { children: ReactNode }) {
  return (
    <div className="grid justify-items-center gap-3 rounded-xl border border-line border-dashed px-4 py-10 text-center text-muted">
      {children}
    </div>
  )
}
