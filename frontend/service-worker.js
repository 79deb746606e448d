// The page's service worker: its own files stay at hand for times without a network. What the API answers is none of
// its business; see src/api/keepAnswers.ts for that. The build puts the list of files in; see scripts/serviceWorker.ts.
/** @type {{ entry: string, files: string[] }} */
const BUILD = self.__BUILD__

const SHELL = '/index.html'
// The entry's name changes with every change of the build.
const CACHE = `stint ${BUILD.entry}`

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(CACHE)
      // Files with a hash in their name may come from the browser's own cache, the others must be asked for.
      await cache.addAll(
        BUILD.files.map((file) => new Request(file, { cache: isHashed(file) ? 'default' : 'no-cache' })),
      )
      await self.skipWaiting()
    })(),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter((name) => name !== CACHE)
      await Promise.all(old.map((name) => caches.delete(name)))
      await self.clients.claim()
      // Pages of another build offer to load again.
      for (const client of await self.clients.matchAll({ type: 'window' })) {
        client.postMessage({ entry: BUILD.entry })
      }
    })(),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  const isOurs = url.origin === self.location.origin && !url.pathname.startsWith('/api/')
  if (request.method !== 'GET' || !isOurs) return
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => caches.match(SHELL)))
  else if (isHashed(url.pathname)) event.respondWith(keptOrFetched(request))
  else event.respondWith(fetch(request).catch(() => keptOrFailed(request)))
})

/** Files in assets/ have a hash of their content in the name: they never change. */
function isHashed(path) {
  return path.startsWith('/assets/')
}

async function keptOrFetched(request) {
  const kept = await caches.match(request, { ignoreVary: true })
  if (kept) return kept
  const fetched = await fetch(request)
  if (fetched.ok) {
    const cache = await caches.open(CACHE)
    await cache.put(request, fetched.clone())
  }
  return fetched
}

async function keptOrFailed(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? Response.error()
}
