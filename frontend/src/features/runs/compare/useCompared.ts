import { useQueries } from '@tanstack/react-query'
import { ApiError } from '@/api/apiError'
import { type RunWithReport, runQuery } from '../detail'

/** Runs by their ids: those that are there, those that are not, and whether more are on the way. */
export interface Compared {
  runs: readonly RunWithReport[]
  /** Ids of runs that are not there, or no longer. */
  gone: readonly string[]
  pending: number
  /** What else went wrong. */
  error: Error | undefined
  retry: () => void
}

/** Asks for every run of a comparison. */
export function useCompared(ids: readonly string[]): Compared {
  return useQueries({
    queries: ids.map(runQuery),
    combine: (answers): Compared => {
      const isGone = (error: Error | null) => error instanceof ApiError && error.code === 'not-found'
      const failed = answers.filter(({ error }) => error && !isGone(error))
      return {
        runs: answers.flatMap(({ data }) => data ?? []),
        gone: ids.filter((_, index) => isGone(answers[index]?.error ?? null)),
        pending: answers.filter(({ isPending }) => isPending).length,
        error: failed[0]?.error ?? undefined,
        retry: () => {
          for (const one of failed) void one.refetch()
        },
      }
    },
  })
}
