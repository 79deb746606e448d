const LIMIT = 50
/** In characters. What is longer is a page of a long list, which is read once: many of them would fill the memory. */
const LONGEST = 500_000

interface Remembered {
  etag: string
  body: string
  headers: Headers
}

/**
 * Sends `If-None-Match` with every read and answers a 304 with the body of the time before, so that polling costs a
 * header when nothing has changed.
 */
export class EtagCache {
  private readonly known = new Map<string, Remembered>()

  onRequest = ({ request }: { request: Request }): Request | undefined => {
    const known = request.method === 'GET' ? this.known.get(request.url) : undefined
    if (!known) return undefined
    request.headers.set('If-None-Match', known.etag)
    return request
  }

  onResponse = async ({
    request,
    response,
  }: {
    request: Request
    response: Response
  }): Promise<Response | undefined> => {
    if (request.method !== 'GET') return undefined
    const known = this.known.get(request.url)
    if (response.status === 304 && known) {
      // With the headers of the time before: a 304 may say `Content-Length: 0` and leave out `Link`.
      return new Response(known.body, { status: 200, headers: known.headers })
    }
    const etag = response.headers.get('etag')
    if (response.status === 200 && etag) {
      const body = await response.clone().text()
      if (body.length <= LONGEST) this.remember(request.url, { etag, body, headers: response.headers })
      else this.known.delete(request.url)
    }
    return undefined
  }

  /** Forgets everything: another user may sign in. */
  clear(): void {
    this.known.clear()
  }

  private remember(url: string, answer: Remembered): void {
    this.known.delete(url)
    this.known.set(url, answer)
    const oldest = this.known.keys().next().value
    if (this.known.size > LIMIT && oldest !== undefined) this.known.delete(oldest)
  }
}
