import { useSyncExternalStore } from 'react'

/** What can be called up over every page. */
export type Overlay = 'palette' | 'help'

let shown: Overlay | undefined
const listeners = new Set<() => void>()

function set(next: Overlay | undefined): void {
  shown = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The palette or the list of shortcuts, whichever is called up; only ever one of them. */
export const overlay = {
  show: (which: Overlay) => set(which),
  hide: () => set(undefined),
  get: () => shown,
  use: () => useSyncExternalStore(subscribe, () => shown),
}
