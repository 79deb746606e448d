import { type QueryFunctionContext, queryOptions, useQuery } from '@tanstack/react-query'
import { api, responseOf } from '@/api/client'
import { keys } from '@/api/keys'
import { nextCursor } from '@/api/nextCursor'
import type { components } from '@/api/schema'
import { mergeHead } from './mergeHead'

export type Run = components['schemas']['RunView']

/** Few at first, so that something is seen soon; then as many as a page may have. */
const FIRST_PAGE = 200
const PAGE = 1_000
/** So many are kept for times without a network. */
const KEPT = 300

/** Runs as far as they have been read, newest first. */
interface ReadRuns {
  runs: readonly Run[]
  complete: boolean
  /** The cursor of what follows, if it is known. */
  next?: string | undefined
}

const NONE: ReadRuns = { runs: [], complete: false }

/** All of one's runs, newest first: page after page, each shown as soon as it is there. */
const runsQuery = queryOptions({
  queryKey: [...keys.runs, 'all'],
  // A script may have trained a moment ago; asking again reads the newest page only.
  staleTime: 0,
  // Thousands of runs are not compared one by one: runs do not change, and those that are known are kept.
  structuralSharing: false,
  meta: { keep: newestOf },
  queryFn: readRuns,
})

/**
 * Pages from the newest on. Where the first one leads over to what is known, only what is not known is read: nothing, or
 * what follows when reading was interrupted.
 */
async function readRuns({ client, queryKey, signal }: QueryFunctionContext): Promise<ReadRuns> {
  const known = client.getQueryData<ReadRuns>(queryKey) ?? NONE
  const byId = new Map(known.runs.map((run) => [run.id, run]))
  let read = NONE
  do {
    const { runs, next } = await readPage(read.next, signal)
    const page = runs.map((run) => byId.get(run.id) ?? run)
    const leadsOver = read === NONE && next !== undefined && (known.complete || known.next !== undefined)
    const merged = leadsOver ? mergeHead(page, known.runs) : undefined
    read = merged
      ? { ...known, runs: merged }
      : { runs: [...read.runs, ...page], complete: next === undefined, next }
    // Less than there was is not shown: nothing disappears while it is read again.
    if (!read.complete && read.runs.length >= known.runs.length) client.setQueryData(queryKey, read)
  } while (!read.complete)
  return read
}

async function readPage(cursor: string | undefined, signal: AbortSignal) {
  const query = cursor === undefined ? { limit: FIRST_PAGE } : { limit: PAGE, cursor }
  const { data, response } = await responseOf(
    api.GET('/api/ml/v1/training-runs', { params: { query }, signal }),
  )
  // Nobody waits for it any more, and somebody else may have signed in.
  signal.throwIfAborted()
  return { runs: data, next: nextCursor(response) }
}

/** What is kept for times without a network. */
function newestOf(read: ReadRuns): ReadRuns {
  return read.runs.length <= KEPT ? read : { runs: read.runs.slice(0, KEPT), complete: false }
}

/** All of one's runs as far as they have been read, newest first. */
export function useRuns() {
  return useQuery({ ...runsQuery, select: ({ runs }) => runs })
}

/** How many of one's runs are there: all, ever more, or a part that stays one because the others could not be read. */
export type Extent = 'all' | 'growing' | 'part'

/** How many of them {@link useRuns} has. */
export function useRunsExtent(): Extent {
  const { data, isFetching } = useQuery({ ...runsQuery, select: ({ complete }) => complete })
  if (data) return 'all'
  return isFetching ? 'growing' : 'part'
}
