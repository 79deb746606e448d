import type { ComponentProps, ReactNode } from 'react'

/** A box to tick, with its words beside it. */
export function Checkbox({ label, ...input }: Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode }) {
  return (
    <label className="inline-flex min-h-7 cursor-pointer items-center gap-2">
      <input type="checkbox" className="size-4 cursor-pointer accent-action" {...input} />
      <span>{label}</span>
    </label>
  )
}
