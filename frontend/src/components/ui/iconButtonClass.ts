import { cx } from '@/lib/cx'

/** How a button looks that is only a sign. */
export function iconButtonClass(size: 'small' | 'medium' = 'medium', className?: string): string {
  return cx(
    'inline-grid shrink-0 cursor-pointer place-items-center rounded-lg text-muted transition-colors duration-150',
    'hover:bg-sunken hover:text-ink aria-pressed:bg-action-soft aria-pressed:text-action aria-disabled:cursor-default aria-disabled:opacity-50',
    size === 'small' ? 'size-7' : 'size-9',
    className,
  )
}
