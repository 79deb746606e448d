import { ApiError } from '@/api/apiError'

/** What kept a page from being shown. */
export type TroubleName = 'offline' | 'unreachable' | 'throttled' | 'server' | 'crash'

/** How browsers say that a file of the page could not be fetched. */
const LOST_FILE = /dynamically imported module|importing a module script|module script failed/i

/** Tells apart what the reader can do something about: the connection, the server, or the page itself. */
export function troubleOf(error: unknown, online: boolean): TroubleName {
  const isLost = error instanceof ApiError ? error.code === 'unreachable' : LOST_FILE.test(String(error))
  if (isLost) return online ? 'unreachable' : 'offline'
  if (!(error instanceof ApiError)) return 'crash'
  return error.code === 'throttled' ? 'throttled' : 'server'
}
