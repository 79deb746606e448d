import { answerOf, api, idempotencyKey } from '@/api/client'
import { putObject } from '@/api/putObject'
import { sha256 } from '@/lib/sha256'
import type { UploadEvent } from './uploadState'

/** The chosen file cannot be read any more. */
export class UnreadableFileError extends Error {}

/**
 * Announces a file, sends it straight to the storage, has it checked, and answers the dataset's id. The announced hash
 * makes sure that what arrives is what was chosen.
 */
export async function uploadDataset(
  file: File,
  tell: (event: UploadEvent) => void,
  signal: AbortSignal,
): Promise<string> {
  const digest = await sha256(file).catch((cause: unknown) => {
    throw new UnreadableFileError(file.name, { cause })
  })
  const ticket = await answerOf(
    api.POST('/api/ml/v1/datasets/upload', {
      body: { filename: file.name, size_bytes: file.size, ...(digest ? { sha256: digest } : {}) },
      headers: idempotencyKey(),
      signal,
    }),
  )
  await putObject(ticket.upload, file, (progress) => tell({ type: 'progressed', progress }), signal)
  tell({ type: 'sent' })
  await answerOf(
    api.POST('/api/ml/v1/datasets/{id}/complete', { params: { path: { id: ticket.id } }, signal }),
  )
  return ticket.id
}
