import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { OnnxModel } from '@/lib/onnx/OnnxModel'
import { answerWith, json, problem, renderAround } from '@/test/render'
import { RowPanel } from './RowPanel'
import type { ModelSchema } from './schema'

const SCHEMA: ModelSchema = {
  target: 'species',
  task: 'classification',
  labels: ['a', 'b'],
  explained: true,
  inputs: [{ name: 'mass/g', kind: 'numeric', levels: undefined, examples: [], min: 1, max: 9, usual: '4' }],
}
const ANSWER = { prediction: 'b', probabilities: { a: 0.25, b: 0.75 } }
const served = () => json({ target: 'species', task: 'classification', predictions: [ANSWER] })

describe('RowPanel', () => {
  it('asks the server with the usual values and shows the classes by probability', async () => {
    const fetch = answerWith(served)
    renderAround(<RowPanel id="m" schema={SCHEMA} model={undefined} ready />)
    await userEvent.click(screen.getByRole('button', { name: 'Predict' }))
    expect(await screen.findByText('75%')).toBeInTheDocument()
    const classes = screen.getAllByRole('listitem').map((item) => item.textContent)
    expect(classes).toEqual(['b75%', 'a25%'])
    expect(await fetch.mock.calls[0]?.[0].clone().json()).toEqual({
      rows: [{ 'mass/g': '4' }],
      explain: true,
    })
  })

  it('shows what speaks for the answer', async () => {
    const explanation = {
      unit: 'probability',
      base: 0.5,
      output: 0.75,
      contributions: [{ column: 'mass/g', contribution: 0.25 }],
    }
    answerWith(() =>
      json({ target: 'species', task: 'classification', predictions: [{ ...ANSWER, explanation }] }),
    )
    renderAround(<RowPanel id="m" schema={SCHEMA} model={undefined} ready />)
    await userEvent.click(screen.getByRole('button', { name: 'Predict' }))
    const why = await screen.findByRole('figure', { name: 'Why b' }, { timeout: 10_000 })
    expect(why).toHaveTextContent(/50%.*75%/)
    expect(screen.getByText('+25 pp')).toBeInTheDocument()
  })

  it('does not ask for reasons that a model cannot give', async () => {
    const fetch = answerWith(served)
    renderAround(<RowPanel id="m" schema={{ ...SCHEMA, explained: false }} model={undefined} ready />)
    await userEvent.click(screen.getByRole('button', { name: 'Predict' }))
    expect(await screen.findByText('75%')).toBeInTheDocument()
    expect(await fetch.mock.calls[0]?.[0].clone().json()).toMatchObject({ explain: false })
    expect(screen.queryByRole('figure')).not.toBeInTheDocument()
  })

  it("shows the server's objection at its field", async () => {
    const errors = [{ pointer: '/rows/0/mass~1g', detail: 'must be a finite number' }]
    answerWith(() => problem(422, 'invalid-input', 'bad rows', { errors }))
    renderAround(<RowPanel id="m" schema={SCHEMA} model={undefined} ready />)
    await userEvent.click(screen.getByRole('button', { name: 'Predict' }))
    const field = await screen.findByLabelText('mass/g')
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true')
  })

  it('answers in the tab at once, and compares with the server only when told to', async () => {
    const fetch = answerWith(served)
    const model = { predict: async () => ({ predictions: [ANSWER] }) } as unknown as OnnxModel
    renderAround(<RowPanel id="m" schema={SCHEMA} model={model} ready />)
    expect(await screen.findByText('75%')).toBeInTheDocument()
    expect(fetch).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name: /Compare with the server/ }))
    expect(await screen.findByText('Equal to the server’s answer')).toBeInTheDocument()
  })
})
