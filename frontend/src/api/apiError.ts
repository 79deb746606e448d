import type { components } from './schema'

export type Problem = components['schemas']['Problem']
export type ProblemCode = components['schemas']['ErrorCode']

/** What went wrong, for the page: a code of the API, or one of two that only a browser can meet. */
export type FailureCode = ProblemCode | 'unreachable' | 'unreadable'

/** A bad value: where in the body it is (JSON Pointer) and what would be right. */
export interface FieldFailure {
  pointer: string
  detail: string
  /** For files: the broken rule, and the line and column where it is broken. */
  rule?: string | null
  line?: number | null
  column?: string | null
}

/** The one error that leaves `api/`. The page switches on `code`, never on text. */
export class ApiError extends Error {
  readonly code: FailureCode
  /** The server's own reason; empty when there was no server to give one. */
  readonly detail: string
  readonly fields: readonly FieldFailure[]
  readonly requestId: string | undefined
  /** Seconds after which another attempt makes sense. */
  readonly retryAfter: number | undefined

  constructor(
    code: FailureCode,
    detail: string,
    more: { fields?: readonly FieldFailure[]; requestId?: string; retryAfter?: number } = {},
  ) {
    super(detail || code)
    this.name = 'ApiError'
    this.code = code
    this.detail = detail
    this.fields = more.fields ?? []
    this.requestId = more.requestId
    this.retryAfter = more.retryAfter
  }

  /** The detail for the value at `pointer`, if that value was refused. */
  fieldDetail(pointer: string): string | undefined {
    return this.fields.find((field) => field.pointer === pointer)?.detail
  }
}

/** Whether the same request may succeed later, without anything about it being changed. */
export function mayPassLater(error: Error): boolean {
  return !(error instanceof ApiError) || PASSING.has(error.code)
}

const PASSING = new Set<FailureCode>([
  'unreachable',
  'unreadable',
  'internal',
  'unavailable',
  'throttled',
  'request-in-progress',
  'upload-missing',
  'upload-expired',
  'upload-mismatch',
])

/** Turns an error response into an {@link ApiError}; a proxy's HTML page is not a problem document. */
export function errorOf(body: unknown, response: Response): ApiError {
  if (!isProblem(body)) return new ApiError('unreadable', `${response.status} ${response.statusText}`.trim())
  const retryAfter = Number.parseInt(response.headers.get('retry-after') ?? '', 10)
  return new ApiError(body.code, body.detail, {
    fields: body.errors ?? [],
    requestId: body.request_id,
    ...(Number.isFinite(retryAfter) ? { retryAfter } : {}),
  })
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body
}
