import type { ComponentProps } from 'react'
import { cx } from '@/lib/cx'
import { pressable } from './pressable'

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger'
export type ButtonSize = 'small' | 'medium' | 'large'

const KINDS: Record<ButtonKind, string> = {
  primary: 'bg-action text-on-action hover:bg-action-strong',
  plain: 'border border-control bg-surface text-ink hover:bg-sunken',
  quiet: 'text-ink hover:bg-sunken',
  danger: 'border border-bad bg-surface text-bad hover:bg-bad-soft',
}

const SIZES: Record<ButtonSize, string> = {
  small: 'min-h-7 gap-1.5 rounded-md px-2.5 text-sm',
  medium: 'min-h-9 gap-2 rounded-lg px-3.5 py-1',
  large: 'min-h-11 gap-2 rounded-lg px-5 py-1.5 text-lg',
}

/** The classes of everything that looks like a button, links included. */
export function buttonClass(
  kind: ButtonKind = 'plain',
  className?: string,
  size: ButtonSize = 'medium',
): string {
  return cx(
    'inline-flex items-center justify-center font-medium no-underline',
    'cursor-pointer transition-colors duration-150 aria-disabled:cursor-default aria-disabled:opacity-60',
    '[&_svg]:size-4 [&_svg]:shrink-0',
    SIZES[size],
    KINDS[kind],
    className,
  )
}

interface ButtonProps extends ComponentProps<'button'> {
  kind?: ButtonKind
  size?: ButtonSize
}

export function Button({ kind, size, className, type = 'button', disabled, onClick, ...props }: ButtonProps) {
  return (
    <button
      type={type}
      className={buttonClass(kind, className, size)}
      {...props}
      {...pressable(disabled, onClick)}
    />
  )
}
