import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { answerOf, api, responseOf } from '@/api/client'
import { keys } from '@/api/keys'
import { nextCursor } from '@/api/nextCursor'
import type { components } from '@/api/schema'

export type Dataset = components['schemas']['DatasetView']

/** As many as the API gives at once: most people's are then all there. */
const PAGE = 1000

/** Your datasets, newest first, page after page. */
export function useDatasets() {
  return useInfiniteQuery({
    queryKey: keys.datasets,
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const query = { limit: PAGE, ...(pageParam === undefined ? {} : { cursor: pageParam }) }
      const { data, response } = await responseOf(
        api.GET('/api/ml/v1/datasets', { params: { query }, signal }),
      )
      return { items: data, next: nextCursor(response) }
    },
    getNextPageParam: (page) => page.next,
    select: ({ pages }) => pages.flatMap((page) => page.items),
  })
}

/** Deletes one version of a dataset. */
export function useDeleteDataset() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      answerOf(api.DELETE('/api/ml/v1/datasets/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.datasets }),
  })
}
