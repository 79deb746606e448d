import { describe, expect, it } from 'vitest'
import { answerWith, json } from '@/test/render'
import { sampleJob } from '@/test/samples'
import { api, forgetAnswers } from './client'

const unchanged = () => new Response(null, { status: 304, headers: { etag: '"1"', 'content-length': '0' } })

describe('polling', () => {
  it('sends the tag back and takes a 304 for the answer before', async () => {
    forgetAnswers()
    const link = '</api/jobs?cursor=two>; rel="next"'
    const fetch = answerWith((request) =>
      request.headers.get('if-none-match') === '"1"'
        ? unchanged()
        : json([sampleJob()], { headers: { etag: '"1"', link } }),
    )
    const first = await api.GET('/api/jobs')
    const second = await api.GET('/api/jobs')
    expect(fetch.mock.calls.map(([request]) => request.headers.get('if-none-match'))).toEqual([null, '"1"'])
    expect(second.data).toEqual([sampleJob()])
    expect(second.data).toEqual(first.data)
    expect(second.response.headers.get('link')).toBe(link)
    expect(second.response.status).toBe(200)
  })

  it('tells questions apart', async () => {
    forgetAnswers()
    const fetch = answerWith(() => json([], { headers: { etag: '"1"' } }))
    await api.GET('/api/jobs', { params: { query: { limit: 1 } } })
    await api.GET('/api/jobs', { params: { query: { limit: 2 } } })
    expect(fetch.mock.calls.map(([request]) => request.headers.get('if-none-match'))).toEqual([null, null])
  })

  it('keeps no page of a list of thousands', async () => {
    forgetAnswers()
    const long = [sampleJob({ progress: { message: 'x'.repeat(500_000) } as never })]
    const fetch = answerWith(() => json(long, { headers: { etag: '"1"' } }))
    const { data } = await api.GET('/api/jobs')
    expect(data).toEqual(long)
    await api.GET('/api/jobs')
    expect(fetch.mock.lastCall?.[0].headers.get('if-none-match')).toBeNull()
  })

  it('forgets what another user saw', async () => {
    const fetch = answerWith(() => json([], { headers: { etag: '"1"' } }))
    await api.GET('/api/jobs')
    forgetAnswers()
    await api.GET('/api/jobs')
    expect(fetch.mock.lastCall?.[0].headers.get('if-none-match')).toBeNull()
  })
})
