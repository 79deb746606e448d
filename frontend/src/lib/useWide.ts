import { useSyncExternalStore } from 'react'

/** Below this width there is no room for a table: Tailwind's `sm`. */
const WIDE = '(min-width: 40rem)'

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia?.(WIDE)
  query?.addEventListener('change', listener)
  return () => query?.removeEventListener('change', listener)
}

/** Whether the window is wider than a phone's. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia?.(WIDE).matches ?? true)
}
