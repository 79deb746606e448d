import type { ComponentProps } from 'react'
import { cx } from '@/lib/cx'

export type ButtonKind = 'primary' | 'plain' | 'quiet'

const KINDS: Record<ButtonKind, string> = {
  primary: 'bg-action text-on-action hover:bg-action-strong',
  plain: 'border border-control bg-surface text-ink hover:bg-sunken',
  quiet: 'text-ink hover:bg-sunken',
}

/** The classes of everything that looks like a button, links included. */
export function buttonClass(kind: ButtonKind = 'plain', className?: string): string {
  return cx(
    'inline-flex min-h-9 items-center justify-center gap-2 rounded-lg px-3.5 py-1 font-medium no-underline',
    'cursor-pointer transition-colors duration-150 disabled:cursor-default disabled:opacity-60',
    KINDS[kind],
    className,
  )
}

export function Button({
  kind,
  className,
  type = 'button',
  ...props
}: ComponentProps<'button'> & { kind?: ButtonKind }) {
  return <button type={type} className={buttonClass(kind, className)} {...props} />
}
