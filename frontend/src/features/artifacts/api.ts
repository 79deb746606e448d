import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, api, responseOf } from '@/api/client'
import { getObject } from '@/api/getObject'
import { keys } from '@/api/keys'
import { nextCursor } from '@/api/nextCursor'
import type { components } from '@/api/schema'

export type Artifact = components['schemas']['ArtifactView']
export type ArtifactFormat = components['schemas']['ArtifactFormat']

/** Your models, newest first, page after page. */
export function useArtifacts() {
  return useInfiniteQuery({
    queryKey: keys.artifacts,
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const query = pageParam === undefined ? {} : { cursor: pageParam }
      const { data, response } = await responseOf(
        api.GET('/api/ml/v1/artifacts', { params: { query }, signal }),
      )
      return { items: data, next: nextCursor(response) }
    },
    getNextPageParam: (page) => page.next,
    select: ({ pages }) => pages.flatMap((page) => page.items),
  })
}

/** One model. */
export function useArtifact(id: string) {
  return useQuery({
    queryKey: [...keys.artifacts, id],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/ml/v1/artifacts/{id}', { params: { path: { id } }, signal })),
  })
}

/** A link that downloads a form of a model. */
export async function artifactLink(id: string, format: ArtifactFormat): Promise<string> {
  const params = { path: { id }, query: { format } }
  return (await answerOf(api.GET('/api/ml/v1/artifacts/{id}/download-url', { params }))).url
}

/** Has the browser download a form of a model. */
export function useDownload() {
  return useMutation({
    mutationFn: (wanted: { id: string; format: ArtifactFormat }) => artifactLink(wanted.id, wanted.format),
    onSuccess: (url) => window.location.assign(url),
  })
}

/** The text of a model's card. It never changes. */
export function useCard(id: string, wanted: boolean) {
  return useQuery({
    queryKey: [...keys.artifacts, id, 'card'],
    enabled: wanted,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const bytes = await getObject(await artifactLink(id, 'card'), () => undefined, signal)
      return new TextDecoder().decode(bytes)
    },
  })
}

/** Keeps a model whatever the limit says, or no longer. */
export function usePin() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, pinned }: { id: string; pinned: boolean }) =>
      answerOf(api.PATCH('/api/ml/v1/artifacts/{id}', { params: { path: { id } }, body: { pinned } })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.artifacts }),
  })
}

/** Deletes a model with all its forms. */
export function useDeleteArtifact() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      answerOf(api.DELETE('/api/ml/v1/artifacts/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.artifacts }),
  })
}
