import { ApiError } from './apiError'

/** Fetches a stored object by its presigned address and tells how much has arrived. */
export async function getObject(
  url: string,
  onProgress: (received: number, total: number | undefined) => void,
  signal: AbortSignal,
): Promise<ArrayBuffer> {
  // Without the page's cookies: the address itself is the permission.
  const response = await fetch(url, { signal, credentials: 'omit' }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiError('unreachable', '')
  })
  if (!response.ok || !response.body)
    throw new ApiError('unreadable', `${response.status} ${response.statusText}`)
  const length = Number(response.headers.get('content-length'))
  const total = length > 0 ? length : undefined
  let received = 0
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        received += chunk.byteLength
        onProgress(received, total)
        controller.enqueue(chunk)
      },
    }),
  )
  return new Response(counted).arrayBuffer()
}
