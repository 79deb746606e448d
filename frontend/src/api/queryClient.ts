import { onlineManager, QueryClient } from '@tanstack/react-query'
import { ApiError } from './apiError'

const RETRIED = new Set(['unreachable', 'unreadable', 'internal', 'unavailable'])

/** Reads are tried again only when another attempt can help. */
function shouldRetry(failures: number, error: Error): boolean {
  return failures < 2 && onlineManager.isOnline() && error instanceof ApiError && RETRIED.has(error.code)
}

/**
 * Without a network, a read whose answer is known waits and the answer stays on the page; one whose answer is not
 * known fails at once, so that the page can say so.
 */
class PageQueryClient extends QueryClient {
  override defaultQueryOptions: QueryClient['defaultQueryOptions'] = (options) => {
    const complete = super.defaultQueryOptions(options)
    const isKnown = this.getQueryCache().get(complete.queryHash)?.state.data !== undefined
    return { ...complete, networkMode: isKnown ? 'online' : 'always' }
  }
}

export function createQueryClient(): QueryClient {
  // Nobody says so when the page is opened without a network, only when it is lost later.
  onlineManager.setOnline(navigator.onLine)
  return new PageQueryClient({
    defaultOptions: {
      queries: { staleTime: 5_000, retry: shouldRetry, refetchOnReconnect: true },
      // What one does either happens now or fails now.
      mutations: { networkMode: 'always' },
    },
  })
}
