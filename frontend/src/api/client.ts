import createClient from 'openapi-fetch'
import { answerStore } from './answerStore'
import { ApiError, errorOf } from './apiError'
import { EtagCache } from './etagCache'
import type { paths } from './schema'

const etags = new EtagCache()
const signedOutListeners = new Set<() => void>()

/** The typed client; use it through {@link answerOf}. */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  // Looked up at each call, so that a test can put its own in place.
  fetch: (request) => globalThis.fetch(request),
})
api.use(etags)

interface Outcome<Data> {
  data?: Data
  error?: unknown
  response: Response
}

/** An answer's body with its headers; throws {@link ApiError} for everything else. */
export async function responseOf<Data>(
  call: Promise<Outcome<Data>>,
): Promise<{ data: Data; response: Response }> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiError('unreachable', '')
  })
  if (response.ok) return { data: data as Data, response }
  const failure = errorOf(error, response)
  if (failure.code === 'not-signed-in') for (const listener of signedOutListeners) listener()
  throw failure
}

/** An answer's body; throws {@link ApiError} for everything else. */
export async function answerOf<Data>(call: Promise<Outcome<Data>>): Promise<Data> {
  return (await responseOf(call)).data
}

/** Calls back whenever the API says that nobody is signed in. Answers how to stop that. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener)
  return () => signedOutListeners.delete(listener)
}

/** Forgets what the API answered to the user who leaves. */
export function forgetAnswers(): void {
  etags.clear()
  void answerStore.clear()
}

/** Makes a POST safe to send again: the same key gives the first answer. */
export function idempotencyKey(): Record<'Idempotency-Key', string> {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return { 'Idempotency-Key': Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') }
}
