const CHECK_MS = 30 * 60_000

const listeners = new Set<() => void>()
let isOutdated = false

/** Whether a newer build of the page than the one that runs here is ready. */
export const newVersion = {
  isReady: () => isOutdated,
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

let isStarted = false

/**
 * Keeps the page's own files for times without a network, and finds out about new builds. Does nothing during
 * development, which has no built files, and in browsers that permit no worker.
 */
export async function startServiceWorker(): Promise<void> {
  if (isStarted || !import.meta.env.PROD || !('serviceWorker' in navigator)) return
  isStarted = true
  const entry = document.querySelector<HTMLScriptElement>('script[type="module"]')?.src
  // The worker names the entry of the build that it has fetched.
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<{ entry?: unknown }>) => {
    if (typeof data.entry !== 'string') return
    isOutdated = new URL(data.entry, window.location.origin).href !== entry
    for (const listener of listeners) listener()
  })
  navigator.serviceWorker.startMessages()
  const registration = await navigator.serviceWorker.register('/sw.js').catch(() => undefined)
  if (registration) checkWhenSeenAgain(registration)
}

/** Somebody who comes back to the tab after a while may find a newer build. */
function checkWhenSeenAgain(registration: ServiceWorkerRegistration): void {
  let checked = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - checked < CHECK_MS) return
    checked = Date.now()
    void registration.update().catch(() => undefined)
  })
}
