import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './apiError'

const RETRIED = new Set(['unreachable', 'unreadable', 'internal', 'unavailable'])

/** Reads are tried again only when another attempt can help. */
function shouldRetry(failures: number, error: Error): boolean {
  return failures < 2 && error instanceof ApiError && RETRIED.has(error.code)
}

export function createQueryClient(): QueryClient {
  return new QueryClient({ defaultOptions: { queries: { staleTime: 5_000, retry: shouldRetry } } })
}
