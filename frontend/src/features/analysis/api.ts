import { useQuery } from '@tanstack/react-query'
import { answerOf, api } from '@/api/client'
import { keys } from '@/api/keys'
import type { components } from '@/api/schema'

export type Analysis = components['schemas']['AnalysisDetail']
export type TargetAnalysis = components['schemas']['TargetAnalysis']
export type Correlations = components['schemas']['Correlations']
export type Drift = components['schemas']['Drift']
export type ColumnDrift = components['schemas']['ColumnDrift']

/** One analysis. It never changes. */
export function useAnalysis(id: string) {
  return useQuery({
    queryKey: [...keys.analyses, id],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/ml/v1/analyses/{id}', { params: { path: { id } }, signal })),
  })
}
