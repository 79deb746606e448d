import {
  type DehydratedState,
  dehydrate,
  hashKey,
  hydrate,
  onlineManager,
  type QueryClient,
} from '@tanstack/react-query'
import { answerStore, THIS_PAGE } from './answerStore'
import { keys } from './keys'
import type { components } from './schema'

const FLUSH_MS = 2_000
/** Restored answers stay while the page is open, also those that no page shows now. */
const KEPT_MS = 24 * 3_600_000

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      /** The part of a long answer that {@link keepAnswers} keeps; all of it without this. */
      keep?: (data: never) => unknown
    }
  }
}

/** Keeps each answer to the user who is signed in, for {@link restoreAnswers}. Answers how to stop that. */
export function keepAnswers(client: QueryClient): () => void {
  const fresh = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function flush() {
    clearTimeout(timer)
    timer = undefined
    if (fresh.size === 0) return
    const hashes = new Set(fresh)
    fresh.clear()
    const user = client.getQueryData<components['schemas']['UserView'] | null>(keys.me)?.id
    if (user === undefined) return
    const { queries } = dehydrate(client, {
      shouldDehydrateQuery: ({ queryHash, state }) => hashes.has(queryHash) && state.status === 'success',
      shouldDehydrateMutation: () => false,
    })
    void answerStore.put(queries.map((query) => ({ user, page: THIS_PAGE, query: keptOf(query) })))
  }

  const stop = client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success') return
    fresh.add(event.query.queryHash)
    timer ??= setTimeout(flush, FLUSH_MS)
  })
  // The network has gone: what is here is all there is.
  const stopListening = onlineManager.subscribe((online) => {
    if (!online) flush()
  })
  return () => {
    stop()
    stopListening()
    clearTimeout(timer)
  }
}

/** A query as it is kept; what its `meta` says is no part of that. */
function keptOf({ meta, ...query }: DehydratedState['queries'][number]) {
  if (!meta?.keep) return query
  return { ...query, state: { ...query.state, data: meta.keep(query.state.data as never) } }
}

/**
 * Brings back what the API answered to the user who was signed in last and has not signed out. Answers whether there
 * was something.
 */
export async function restoreAnswers(client: QueryClient): Promise<boolean> {
  const answers = await answerStore.all()
  const me = answers.find(({ query }) => query.queryHash === hashKey(keys.me))
  if (!me) return false
  const queries = answers.filter(({ user }) => user === me.user).map(({ query }) => query)
  hydrate(client, { mutations: [], queries }, { defaultOptions: { queries: { gcTime: KEPT_MS } } })
  return true
}
