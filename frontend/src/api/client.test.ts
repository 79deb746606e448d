import { describe, expect, it, vi } from 'vitest'
import { answerWith, json, problem } from '@/test/render'
import { ApiError } from './apiError'
import { answerOf, api, idempotencyKey, onSignedOut } from './client'

async function failureOf(call: Promise<unknown>): Promise<ApiError> {
  const error = await call.then(
    () => undefined,
    (cause: unknown) => cause,
  )
  if (!(error instanceof ApiError)) throw new Error(`expected an ApiError, found ${String(error)}`)
  return error
}

describe('answerOf', () => {
  it('answers the body', async () => {
    answerWith(() => json([]))
    await expect(answerOf(api.GET('/api/jobs'))).resolves.toEqual([])
  })

  it('reads a problem with its bad values and when to come back', async () => {
    const errors = [{ pointer: '/email', detail: 'an @ is missing' }]
    answerWith(() => {
      const response = problem(429, 'throttled', 'too many attempts', { errors })
      response.headers.set('retry-after', '30')
      return response
    })
    const error = await failureOf(answerOf(api.GET('/api/jobs')))
    expect(error).toMatchObject({
      code: 'throttled',
      detail: 'too many attempts',
      retryAfter: 30,
      requestId: 'r-1',
    })
    expect(error.fieldDetail('/email')).toBe('an @ is missing')
    expect(error.fieldDetail('/password')).toBeUndefined()
  })

  it('says when the answer is no problem document', async () => {
    answerWith(() => new Response('<h1>Bad gateway</h1>', { status: 502, statusText: 'Bad Gateway' }))
    expect(await failureOf(answerOf(api.GET('/api/jobs')))).toMatchObject({
      code: 'unreadable',
      detail: '502 Bad Gateway',
    })
  })

  it('says when there is no answer', async () => {
    answerWith(() => Promise.reject(new TypeError('Failed to fetch')))
    expect((await failureOf(answerOf(api.GET('/api/jobs')))).code).toBe('unreachable')
  })

  it('tells who listens that the session has ended, but not that a password was wrong', async () => {
    const listener = vi.fn()
    const stop = onSignedOut(listener)
    answerWith(() => problem(401, 'invalid-credentials', 'wrong'))
    await failureOf(answerOf(api.GET('/api/jobs')))
    expect(listener).not.toHaveBeenCalled()
    answerWith(() => problem(401, 'not-signed-in', 'ended'))
    await failureOf(answerOf(api.GET('/api/jobs')))
    expect(listener).toHaveBeenCalledOnce()
    stop()
  })
})

describe('idempotencyKey', () => {
  it('is new every time', () => {
    const one = idempotencyKey()['Idempotency-Key']
    expect(one).toMatch(/^[0-9a-f]{32}$/)
    expect(idempotencyKey()['Idempotency-Key']).not.toBe(one)
  })
})
