import type { MouseEventHandler, SyntheticEvent } from 'react'

const refuse = (event: SyntheticEvent) => event.preventDefault()

/**
 * What makes a button do nothing and say so, but keep the focus: a button with `disabled` throws whoever has just pressed
 * it back to the start of the page.
 */
export function pressable(
  disabled: boolean | undefined,
  onClick: MouseEventHandler<HTMLButtonElement> | undefined,
) {
  return { 'aria-disabled': disabled || undefined, onClick: disabled ? refuse : onClick }
}
