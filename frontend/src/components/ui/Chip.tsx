import { X } from 'lucide-react'
import type { ReactNode } from 'react'

/** A small fact; with `onRemove` it can be taken away. */
export function Chip(props: { children: ReactNode; onRemove?: { label: string; action: () => void } }) {
  return (
    <span className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-md border border-line bg-sunken px-2 text-sm">
      <span className="truncate">{props.children}</span>
      {props.onRemove && (
        <button
          type="button"
          aria-label={props.onRemove.label}
          onClick={props.onRemove.action}
          className="-mr-1.5 inline-grid size-6 shrink-0 cursor-pointer place-items-center rounded text-muted hover:text-ink"
        >
          <X aria-hidden="true" className="size-3.5" />
        </button>
      )}
    </span>
  )
}
