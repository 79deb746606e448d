import { useInfiniteQuery } from '@tanstack/react-query'
import { api, responseOf } from '@/api/client'
import { keys } from '@/api/keys'
import { nextCursor } from '@/api/nextCursor'
import type { components } from '@/api/schema'

export type Run = components['schemas']['RunView']

/** Your training runs, newest first, page after page. */
export function useRuns() {
  return useInfiniteQuery({
    queryKey: keys.runs,
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const query = pageParam === undefined ? {} : { cursor: pageParam }
      const { data, response } = await responseOf(
        api.GET('/api/ml/v1/training-runs', { params: { query }, signal }),
      )
      return { items: data, next: nextCursor(response) }
    },
    getNextPageParam: (page) => page.next,
    select: ({ pages }) => pages.flatMap((page) => page.items),
  })
}
