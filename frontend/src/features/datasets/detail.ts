import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '@/api/client'
import { getBeginning } from '@/api/getObject'
import { keys } from '@/api/keys'
import { readBeginning } from '@/lib/csv/readCsv'
import type { Dataset } from './api'
import type { Profile } from './profile'

/** How much of a dataset is fetched to be looked at. */
const SAMPLE_BYTES = 512 * 1024
const SAMPLE_ROWS = 1000

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

/** The first rows of a dataset, straight from the storage. */
export function useSample(dataset: Dataset | undefined) {
  const url = dataset?.download_url
  return useQuery({
    queryKey: [...keys.datasets, 'sample', dataset?.id],
    enabled: url != null,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const start = await getBeginning(url ?? '', SAMPLE_BYTES, signal)
      return readBeginning(start, (dataset?.size_bytes ?? 0) > start.size, SAMPLE_ROWS)
    },
  })
}
