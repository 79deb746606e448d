import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cx } from '@/lib/cx'
import { Tooltip } from './Tooltip'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  /** What it does, for those who listen and in the tooltip. */
  label: string
  icon: LucideIcon
  size?: 'small' | 'medium'
}

/** A button that is only a sign; the tooltip has its words. */
export function IconButton({ label, icon: Icon, size = 'medium', className, ...props }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <button
        type="button"
        aria-label={label}
        className={cx(
          'inline-grid shrink-0 cursor-pointer place-items-center rounded-lg text-muted transition-colors duration-150',
          'hover:bg-sunken hover:text-ink aria-pressed:bg-action-soft aria-pressed:text-action disabled:cursor-default disabled:opacity-50',
          size === 'small' ? 'size-7' : 'size-9',
          className,
        )}
        {...props}
      >
        <Icon aria-hidden="true" className="size-4" />
      </button>
    </Tooltip>
  )
}
