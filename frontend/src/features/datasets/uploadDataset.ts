import { answerOf, api, idempotencyKey } from '@/api/client'
import { putObject, type SentBytes } from '@/api/putObject'
import { sha256 } from '@/lib/sha256'

/** The chosen file cannot be read any more. */
export class UnreadableFileError extends Error {}

/**
 * Announces a file, sends it straight to the storage, and has it checked. The announced hash makes sure that what
 * arrives is what was chosen.
 */
export async function uploadDataset(
  file: File,
  on: { progress: (progress: SentBytes) => void; sent: () => void },
  signal: AbortSignal,
): Promise<void> {
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
  await putObject(ticket.upload, file, on.progress, signal)
  on.sent()
  await answerOf(
    api.POST('/api/ml/v1/datasets/{id}/complete', { params: { path: { id: ticket.id } }, signal }),
  )
}
