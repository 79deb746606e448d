import { useMutation, useQuery } from '@tanstack/react-query'
import { answerOf, api } from '@/api/client'
import { getObject } from '@/api/getObject'
import { keys } from '@/api/keys'
import type { components } from '@/api/schema'
import type { Prediction, Row } from '@/lib/onnx/model'
import { schemaOf } from './schema'

/** What a model takes. It never changes. */
export function useModelSchema(id: string) {
  return useQuery({
    queryKey: [...keys.artifacts, id, 'schema'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) =>
      schemaOf(
        await answerOf(api.GET('/api/ml/v1/artifacts/{id}/schema', { params: { path: { id } }, signal })),
      ),
  })
}

/** The server's answers for rows. */
export async function predictOnServer(
  id: string,
  rows: readonly Row[],
  signal?: AbortSignal,
): Promise<Prediction[]> {
  return (await asked(id, { rows, explain: false }, signal)).map(predictionOf)
}

/** The server's answer for one row, and why it is that, where the model can say. */
export async function askForRow(id: string, row: Row, explain: boolean) {
  const [answer] = await asked(id, { rows: [row], explain })
  return answer && { prediction: predictionOf(answer), explanation: answer.explanation }
}

type RowAnswer = components['schemas']['RowPrediction']

async function asked(id: string, body: { rows: readonly Row[]; explain: boolean }, signal?: AbortSignal) {
  const { predictions } = await answerOf(
    api.POST('/api/ml/v1/artifacts/{id}/predict', {
      params: { path: { id } },
      body: { ...body, rows: body.rows as Record<string, never>[] },
      ...(signal && { signal }),
    }),
  )
  return predictions
}

function predictionOf({ prediction, probabilities }: RowAnswer): Prediction {
  return { prediction, probabilities }
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
