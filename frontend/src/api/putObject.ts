/** How far an upload has come, in bytes. */
export interface SentBytes {
  sent: number
  total: number
}

/** The storage refused the file, or could not be reached (status 0). */
export class PutError extends Error {
  readonly status: number

  constructor(status: number) {
    super(`the storage answered ${status}`)
    this.name = 'PutError'
    this.status = status
  }
}

/**
 * Sends a file to a presigned address. XMLHttpRequest, because `fetch` does not tell how much of a body has been sent.
 * Rejects with {@link PutError}, or with an AbortError when `signal` fires.
 */
export function putObject(
  target: { url: string; headers: Record<string, string> },
  body: Blob,
  onProgress: (progress: SentBytes) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const request = new XMLHttpRequest()
    const abort = () => request.abort()
    signal.addEventListener('abort', abort, { once: true })
    request.open('PUT', target.url)
    for (const [name, value] of Object.entries(target.headers)) {
      // The browser sets these itself, and to the same values: the body is the announced file.
      if (!/^(content-length|host)$/i.test(name)) request.setRequestHeader(name, value)
    }
    request.upload.onprogress = ({ loaded, total }) => onProgress({ sent: loaded, total })
    request.onload = () =>
      request.status >= 200 && request.status < 300 ? resolve() : reject(new PutError(request.status))
    request.onerror = () => reject(new PutError(0))
    request.onabort = () => reject(new DOMException('the upload was cancelled', 'AbortError'))
    request.onloadend = () => signal.removeEventListener('abort', abort)
    request.send(body)
  })
}
