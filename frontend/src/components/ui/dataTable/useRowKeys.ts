import { type KeyboardEvent, useState } from 'react'

interface RowKeys {
  /** How many rows there are. */
  count: number
  /** How many of them are in view. */
  page: number
  scrollTo: (index: number) => void
  /** Enter on a row. */
  onOpen: ((index: number) => void) | undefined
  /** Space on a row. */
  onToggle: ((index: number) => void) | undefined
}

/** The row the keyboard is on, moved by arrows, Home, End, Page up and Page down. */
export function useRowKeys({ count, page, scrollTo, onOpen, onToggle }: RowKeys) {
  const [active, setActive] = useState<number>()
  const current = active === undefined ? undefined : Math.min(active, count - 1)

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    // Keys in a checkbox or link of a row belong to it.
    if (event.target !== event.currentTarget || event.altKey || event.metaKey || count === 0) return
    const next = targetOf(event.key, current, count, page)
    if (next !== undefined) {
      setActive(next)
      scrollTo(next)
    } else if (event.key === 'Enter' && current !== undefined && onOpen) onOpen(current)
    else if (event.key === ' ' && current !== undefined && onToggle) onToggle(current)
    else return
    event.preventDefault()
  }

  return { active: current, setActive, onKeyDown }
}

/** Where a key leads, or undefined for any other key. */
export function targetOf(
  key: string,
  current: number | undefined,
  count: number,
  page: number,
): number | undefined {
  const clamp = (index: number) => Math.max(0, Math.min(index, count - 1))
  switch (key) {
    case 'ArrowDown':
      return clamp((current ?? -1) + 1)
    case 'ArrowUp':
      return clamp((current ?? count) - 1)
    case 'PageDown':
      return clamp((current ?? 0) + page)
    case 'PageUp':
      return clamp((current ?? 0) - page)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
