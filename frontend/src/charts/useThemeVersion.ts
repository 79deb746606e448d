import { useSyncExternalStore } from 'react'

let version = 0

function subscribe(listener: () => void): () => void {
  const changed = () => {
    version += 1
    listener()
  }
  const attribute = new MutationObserver(changed)
  attribute.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  const system = window.matchMedia?.('(prefers-color-scheme: dark)')
  system?.addEventListener('change', changed)
  return () => {
    attribute.disconnect()
    system?.removeEventListener('change', changed)
  }
}

/** Another number whenever colours have changed: what is drawn on a canvas must then be drawn again. */
export function useThemeVersion(): number {
  return useSyncExternalStore(subscribe, () => version)
}
