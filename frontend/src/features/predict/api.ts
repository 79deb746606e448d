import { useMutation, useQuery } from '@tanstack/react-query'
import { ApiError } from '@/api/apiError'
import { answerOf, api } from '@/api/client'
import { getObject } from '@/api/getObject'
import { keys } from '@/api/keys'
import type { Prediction, Row } from '@/lib/onnx/model'
import { type InputProfile, type ModelSchema, type RunReport, schemaOf } from './schema'

/** What a model takes: from the report of its run, and the profile of its dataset while there is one. */
export function useModelSchema(artifact: { id: string; run_id: string; dataset_id: string } | undefined) {
  return useQuery({
    queryKey: [...keys.artifacts, artifact?.id, 'schema'],
    enabled: artifact !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<ModelSchema> => {
      const run = { path: { id: artifact?.run_id ?? '' } }
      const dataset = { path: { id: artifact?.dataset_id ?? '' } }
      const [detail, profile] = await Promise.all([
        answerOf(api.GET('/api/ml/v1/training-runs/{id}', { params: run, signal })),
        answerOf(api.GET('/api/ml/v1/datasets/{id}/profile', { params: dataset, signal })).catch(nullIfGone),
      ])
      return schemaOf(detail.report as unknown as RunReport, profile as unknown as InputProfile | null)
    },
  })
}

function nullIfGone(error: unknown): null {
  if (error instanceof ApiError && error.code === 'not-found') return null
  throw error
}

/** The server's answers for rows. */
export async function predictOnServer(
  id: string,
  rows: readonly Row[],
  signal?: AbortSignal,
): Promise<Prediction[]> {
  const { predictions } = await answerOf(
    api.POST('/api/ml/v1/artifacts/{id}/predict', {
      params: { path: { id } },
      body: { rows: rows as Record<string, never>[] },
      ...(signal && { signal }),
    }),
  )
  return predictions.map(({ prediction, probabilities }) => ({
    prediction: prediction as unknown as string | number,
    probabilities: probabilities ?? null,
  }))
}

/** The model's ONNX file. */
export async function fetchOnnx(
  id: string,
  onProgress: (received: number, total: number | undefined) => void,
  signal: AbortSignal,
): Promise<ArrayBuffer> {
  const params = { path: { id }, query: { format: 'onnx' } } as const
  const { url } = await answerOf(api.GET('/api/ml/v1/artifacts/{id}/download-url', { params, signal }))
  return getObject(url, onProgress, signal)
}

/** Has the browser download the predictions of a job. */
export function useDownloadPredictions() {
  return useMutation({
    mutationFn: async (id: string) =>
      (await answerOf(api.GET('/api/ml/v1/predictions/{id}/download-url', { params: { path: { id } } }))).url,
    onSuccess: (url) => window.location.assign(url),
  })
}
