import { onlineManager, type QueryClient, queryOptions } from '@tanstack/react-query'
import { ApiError } from '@/api/apiError'
import { answerOf, api, forgetAnswers } from '@/api/client'
import { restoreAnswers } from '@/api/keepAnswers'
import { keys } from '@/api/keys'
import { storage } from '@/lib/storage'

const HINT = 'stint.signed-in'

/** Who is signed in, or null. */
export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: async () => {
    try {
      return await answerOf(api.GET('/api/auth/me'))
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 'not-signed-in')) throw error
      storage.set(HINT, null)
      forgetAnswers()
      return null
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
})

/**
 * Whether this browser has been signed in lately. Public pages ask the API who is there only then: a visitor costs
 * nothing. It proves nothing; the cookie does.
 */
export function mayBeSignedIn(): boolean {
  return storage.get(HINT) !== null
}

/**
 * Asks who is signed in. When the API cannot be reached, that is whoever was so last in this browser, and the page shows
 * what it showed then until it is loaded again or the network comes back.
 */
export async function findSession(client: QueryClient): Promise<void> {
  await client.prefetchQuery(meQuery)
  const { data, error } = client.getQueryState(keys.me) ?? {}
  const isUnreachable = data === undefined && error instanceof ApiError && error.code === 'unreachable'
  if (isUnreachable && (await restoreAnswers(client))) onlineManager.setOnline(false)
}

/** Loads the page again when somebody signs in or out in another tab: this one shows what is theirs no longer. */
export function followOtherTabs(): void {
  window.addEventListener('storage', ({ key }) => {
    if (key === HINT) window.location.reload()
  })
}

/** Who is signed in, or null, for a page that needs to know; fails when nobody can say. */
export async function whoIsSignedIn(client: QueryClient) {
  const { data, error } = client.getQueryState(meQuery.queryKey) ?? {}
  // findSession has just asked, more than once; whoever waits need not wait again.
  if (mayBeSignedIn() && data === undefined && error) throw error
  return client.ensureQueryData(meQuery)
}

/** Remembers that somebody is signed in. */
export function rememberSignIn(): void {
  storage.set(HINT, '1')
}

/** Forgets everything of the user who left; what the next one sees starts empty. */
export function forgetSession(client: QueryClient): void {
  storage.set(HINT, null)
  forgetAnswers()
  client.clear()
  client.setQueryData(keys.me, null)
}
