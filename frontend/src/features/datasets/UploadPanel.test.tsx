import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { answerWith, problem, renderAround } from '@/test/render'
import { UploadPanel } from './UploadPanel'

const FILE = new File(['a,b\n'], 'tiny.csv', { type: 'text/csv' })

describe('UploadPanel', () => {
  it("shows the server's reason", async () => {
    answerWith(() => problem(413, 'too-large', 'the file has 11 bytes, the limit is 10'))
    renderAround(<UploadPanel />)
    await userEvent.upload(screen.getByLabelText('Upload a CSV', { selector: 'input' }), FILE)
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('tiny.csv was not accepted')
    expect(alert).toHaveTextContent('the file has 11 bytes, the limit is 10')
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument()
  })

  it('tries again when that may help', async () => {
    const fetch = answerWith(() => problem(503, 'unavailable', 'try again soon'))
    renderAround(<UploadPanel />)
    await userEvent.upload(screen.getByLabelText('Upload a CSV', { selector: 'input' }), FILE)
    await screen.findByRole('alert')
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await screen.findByRole('alert')
    expect(fetch).toHaveBeenCalledTimes(2)
    const bodies = await Promise.all(fetch.mock.calls.map(([request]) => request.clone().json()))
    expect(bodies[0]).toMatchObject({ filename: 'tiny.csv', size_bytes: 4 })
    expect(bodies[0].sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('can be cancelled', async () => {
    answerWith(
      (request) =>
        new Promise((_, reject) => {
          request.signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
        }),
    )
    renderAround(<UploadPanel />)
    await userEvent.upload(screen.getByLabelText('Upload a CSV', { selector: 'input' }), FILE)
    expect(await screen.findByRole('progressbar', { name: 'Upload of tiny.csv' })).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Choose a file' })).toBeDisabled()
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(await screen.findByText('The upload was cancelled.')).toBeInTheDocument()
  })
})
