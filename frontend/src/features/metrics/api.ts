import { useQuery } from '@tanstack/react-query'
import { api, responseOf } from '@/api/client'
import { keys } from '@/api/keys'
import { nextCursor } from '@/api/nextCursor'
import type { components } from '@/api/schema'

export type Run = components['schemas']['RunView']

/** The largest page that the API gives. */
const PAGE = 1_000

/** After so many runs the page looks no further back; it says so. */
export const MOST_RUNS = 10_000

/** Every run of yours with its scores, newest first. */
export function useAllRuns() {
  return useQuery({
    queryKey: [...keys.runs, 'all'],
    queryFn: async ({ signal }) => {
      const runs: Run[] = []
      let cursor: string | undefined
      do {
        const query = { limit: PAGE, ...(cursor !== undefined && { cursor }) }
        const { data, response } = await responseOf(
          api.GET('/api/ml/v1/training-runs', { params: { query }, signal }),
        )
        runs.push(...data)
        cursor = nextCursor(response)
      } while (cursor !== undefined && runs.length < MOST_RUNS)
      return runs
    },
  })
}
