import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { iconButtonClass } from './iconButtonClass'
import { pressable } from './pressable'
import { Tooltip } from './Tooltip'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  /** What it does, for those who listen and in the tooltip. */
  label: string
  icon: LucideIcon
  size?: 'small' | 'medium'
}

/** A button that is only a sign; the tooltip has its words. */
export function IconButton(props: IconButtonProps) {
  const { label, icon: Icon, size = 'medium', className, disabled, onClick, ...rest } = props
  return (
    <Tooltip text={label}>
      <button
        type="button"
        aria-label={label}
        className={iconButtonClass(size, className)}
        {...rest}
        {...pressable(disabled, onClick)}
      >
        <Icon aria-hidden="true" className="size-4" />
      </button>
    </Tooltip>
  )
}
