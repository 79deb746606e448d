import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { ApiError } from '@/api/apiError'
import { answerOf, api, forgetAnswers } from '@/api/client'
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
