import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { answerWith, json, problem, renderAround } from '@/test/render'
import { sampleJob } from '@/test/samples'
import { TrainingControl } from './TrainingControl'

const DATASET = { id: 'dataset-1', name: 'penguins.csv' }
const control = (
  <TrainingControl
    dataset={DATASET}
    renderRunLink={(run) => <a href={`/training?run=${run}`}>See the run</a>}
  />
)

describe('TrainingControl', () => {
  it('starts a training and shows how it goes', async () => {
    const fetch = answerWith((request) =>
      request.method === 'POST' ? json(sampleJob(), { status: 201 }) : json([]),
    )
    renderAround(control)
    const button = await screen.findByRole('button', { name: 'Train a model on penguins.csv' })
    await expect.poll(() => button.hasAttribute('disabled')).toBe(false)
    await userEvent.click(button)
    expect(await screen.findByText('fitting')).toBeInTheDocument()
    expect(screen.getByRole('progressbar')).toHaveValue(1)
    expect(screen.getByRole('button', { name: 'Cancel training on penguins.csv' })).toBeEnabled()
    const post = fetch.mock.calls.find(([request]) => request.method === 'POST')?.[0]
    expect(post?.headers.get('idempotency-key')).toMatch(/^[0-9a-f]{32}$/)
  })

  it('shows a result with its cost, and that less was done than asked for', async () => {
    const job = sampleJob({
      status: 'COMPLETED',
      cost_usd: 0.0004,
      result: {
        run_id: 'run-1',
        artifact_id: 'a',
        cached: false,
        mode_used: 'light',
        fallback_reason: 'too few rows',
      },
    })
    answerWith(() => json([job]))
    renderAround(control)
    expect(await screen.findByText('$0.0004')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'See the run' })).toHaveAttribute('href', '/training?run=run-1')
    expect(screen.getByText('Only light training was done: too few rows')).toBeInTheDocument()
  })

  it('shows why a job failed, and why one could not start', async () => {
    const job = sampleJob({
      status: 'FAILED',
      error: { code: 'rejected', detail: 'the target has one class' },
    })
    answerWith((request) =>
      request.method === 'POST' ? problem(409, 'dataset-not-ready', 'its upload has expired') : json([job]),
    )
    renderAround(control)
    expect(await screen.findByText('the target has one class')).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Train again on penguins.csv' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('its upload has expired')
  })
})
