import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf, api } from '@/api/client'
import { keys } from '@/api/keys'
import type { Profile } from './profile'

/** One dataset. */
export function useDataset(id: string | undefined) {
  return useQuery({
    queryKey: [...keys.datasets, 'one', id],
    enabled: id !== undefined,
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/ml/v1/datasets/{id}', { params: { path: { id: id ?? '' } }, signal })),
  })
}

/** What is in a dataset. It never changes. */
export function useProfile(id: string | undefined) {
  return useQuery({
    queryKey: [...keys.datasets, 'profile', id],
    enabled: id !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const path = { id: id ?? '' }
      return (await answerOf(
        api.GET('/api/ml/v1/datasets/{id}/profile', { params: { path }, signal }),
      )) as unknown as Profile
    },
  })
}

/** Rows that are shown at first, and as many as can be shown. */
export const SOME_ROWS = 100
export const MOST_ROWS = 1000

/** The first rows of a dataset. They never change; while more are fetched, those that are there stay. */
export function usePreview(id: string, rows: number) {
  return useQuery({
    queryKey: [...keys.datasets, 'preview', id, rows],
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const params = { path: { id }, query: { rows } }
      return answerOf(api.GET('/api/ml/v1/datasets/{id}/preview', { params, signal }))
    },
  })
}
