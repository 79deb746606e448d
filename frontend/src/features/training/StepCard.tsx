import { Check } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { cx } from '@/lib/cx'

interface StepCardProps {
  number: number
  title: string
  /** Whether everything that this step needs is there. */
  done: boolean
  children: ReactNode
}

/** One step of preparing a training. */
export function StepCard({ number, title, done, children }: StepCardProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="grid min-w-0 gap-4 rounded-xl border border-line bg-surface p-4 sm:p-5"
    >
      <h2 id={id} className="flex items-center gap-3 font-semibold text-lg">
        <span
          aria-hidden="true"
          className={cx(
            'inline-grid size-7 shrink-0 place-items-center rounded-full font-mono text-sm',
            done ? 'bg-action text-on-action' : 'border border-control text-muted',
          )}
        >
          {done ? <Check className="size-4" strokeWidth={2.5} /> : number}
        </span>
        {title}
      </h2>
      {children}
    </section>
  )
}
