import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetAnswers } from '@/api/client'
import { keys } from '@/api/keys'
import { answerWith, json, renderAround, testClient } from '@/test/render'
import { sampleJob } from '@/test/samples'
import { JobWatch } from './JobWatch'
import type { Job } from './jobs'

let visibility: DocumentVisibilityState = 'visible'
let jobs: Job[] = []

function show(state: DocumentVisibilityState) {
  visibility = state
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
}

/** Answers the jobs with a tag, 304 to who has it. */
function server() {
  return answerWith((request) => {
    const etag = `"${JSON.stringify(jobs).length}-${jobs[0]?.status}"`
    if (request.headers.get('if-none-match') === etag)
      return new Response(null, { status: 304, headers: { etag } })
    return json(jobs, { headers: { etag } })
  })
}

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds))

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility)
  forgetAnswers()
})

afterEach(() => {
  show('visible')
  vi.useRealTimers()
})

describe('JobWatch', () => {
  it('polls ever slower while nothing changes', async () => {
    jobs = [sampleJob()]
    const fetch = server()
    renderAround(<JobWatch />)
    await pass(0)
    expect(fetch).toHaveBeenCalledTimes(1)
    await pass(1_010)
    expect(fetch).toHaveBeenCalledTimes(2)
    await pass(1_010)
    expect(fetch).toHaveBeenCalledTimes(2)
    await pass(500)
    expect(fetch).toHaveBeenCalledTimes(3)
    expect(fetch.mock.lastCall?.[0].headers.get('if-none-match')).not.toBeNull()
  })

  it('does not poll in a hidden tab, and looks at once when it is seen again', async () => {
    jobs = [sampleJob()]
    const fetch = server()
    renderAround(<JobWatch />)
    await pass(0)
    await act(async () => show('hidden'))
    await pass(60_000)
    expect(fetch).toHaveBeenCalledTimes(1)
    await act(async () => show('visible'))
    await pass(10)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('says that a job ended, has the runs read again, and stops', async () => {
    jobs = [sampleJob()]
    const fetch = server()
    const client = testClient()
    client.setQueryData(keys.runs, 'old')
    renderAround(<JobWatch />, client)
    await pass(0)
    jobs = [sampleJob({ status: 'COMPLETED' })]
    await pass(1_010)
    expect(screen.getByRole('status')).toHaveTextContent('The job on penguins.csv is done.')
    expect(client.getQueryState(keys.runs)?.isInvalidated).toBe(true)
    await pass(60_000)
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('does not poll when nothing is under way', async () => {
    jobs = [sampleJob({ status: 'FAILED' })]
    const fetch = server()
    renderAround(<JobWatch />)
    await pass(60_000)
    expect(fetch).toHaveBeenCalledTimes(1)
  })
})
