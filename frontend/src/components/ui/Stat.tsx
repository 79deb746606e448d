import type { ReactNode } from 'react'

/** One number with its name, and what puts it into proportion. Belongs into a {@link Stats}. */
export function Stat(props: { label: string; value: ReactNode; detail?: ReactNode }) {
  return (
    <div className="grid min-w-0 content-start gap-0.5">
      <dt className="text-muted text-sm">{props.label}</dt>
      <dd className="grid gap-0.5">
        <span className="break-words font-medium font-mono text-2xl tracking-tight">{props.value}</span>
        {props.detail && <span className="text-muted text-sm">{props.detail}</span>}
      </dd>
    </div>
  )
}

/** Numbers side by side. */
export function Stats({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))] gap-x-6 gap-y-4">{children}</dl>
}
