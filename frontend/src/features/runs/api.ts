import { experimental_streamedQuery, queryOptions, useQuery } from '@tanstack/react-query'
import { api, responseOf } from '@/api/client'
import { keys } from '@/api/keys'
import { nextCursor } from '@/api/nextCursor'
import type { components } from '@/api/schema'
import { mergeHead } from './mergeHead'

export type Run = components['schemas']['RunView']

/** Few at first, so that something is seen soon; then as many as a page may have. */
const FIRST_PAGE = 200
const PAGE = 1_000

/** Runs as far as they have been read, newest first. */
interface ReadRuns {
  runs: readonly Run[]
  complete: boolean
}

const NONE: ReadRuns = { runs: [], complete: false }

/** All of one's runs, newest first: page after page, each shown as soon as it is there. */
const runsQuery = queryOptions({
  queryKey: [...keys.runs, 'all'],
  // A script may have trained a moment ago; asking again reads the newest page only.
  staleTime: 0,
  // Thousands of runs are not compared one by one: runs do not change, and those that are known are kept.
  structuralSharing: false,
  queryFn: experimental_streamedQuery<ReadRuns, ReadRuns>({
    refetchMode: 'replace',
    initialValue: NONE,
    reducer: (before, { runs, complete }) => ({
      runs: before.runs.length === 0 ? runs : [...before.runs, ...runs],
      complete,
    }),
    streamFn: ({ client, signal, queryKey }) =>
      readRuns(signal, client.getQueryData<ReadRuns>(queryKey) ?? NONE),
  }),
})

/** Pages from the newest on; stops where nothing but what is known follows. */
async function* readRuns(signal: AbortSignal, known: ReadRuns): AsyncGenerator<ReadRuns> {
  const byId = new Map(known.runs.map((run) => [run.id, run]))
  let cursor: string | undefined
  let limit = FIRST_PAGE
  do {
    const query = cursor === undefined ? { limit } : { limit, cursor }
    const { data, response } = await responseOf(
      api.GET('/api/ml/v1/training-runs', { params: { query }, signal }),
    )
    const page = data.map((run) => byId.get(run.id) ?? run)
    const next = nextCursor(response)
    const isHead = cursor === undefined && next !== undefined && known.complete
    const merged = isHead ? mergeHead(page, known.runs) : undefined
    yield { runs: merged ?? page, complete: merged !== undefined || next === undefined }
    if (merged) return
    cursor = next
    limit = PAGE
  } while (cursor !== undefined)
}

/** All of one's runs as far as they have been read, newest first. */
export function useRuns() {
  return useQuery({ ...runsQuery, select: ({ runs }) => runs })
}

/** Whether {@link useRuns} has all of them. */
export function useRunsComplete(): boolean {
  return useQuery({ ...runsQuery, select: ({ complete }) => complete }).data ?? false
}
