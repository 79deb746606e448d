import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { renderAround } from '@/test/render'
import { parametersOfDraft, resolveDraft } from './draft'
import { changedDraft, type DraftSearch } from './draftSearch'
import { ModelFields } from './TrainingForm'

const COLUMNS = [
  { name: 'mass', kind: 'numeric', unique: 90 },
  { name: 'island', kind: 'categorical', unique: 3 },
]

let asked: object = {}

interface Start {
  errorAt?: (pointer: string) => string | undefined
  initial?: DraftSearch
}

function Form({ errorAt = () => undefined, initial = {} }: Start) {
  const [search, setSearch] = useState<DraftSearch>(initial)
  const draft = resolveDraft(search, COLUMNS, 'island')
  asked = parametersOfDraft('d', draft, search)
  return (
    <ModelFields
      columns={COLUMNS}
      draft={draft}
      search={search}
      onChange={(change) => setSearch(changedDraft(search, change))}
      errorAt={errorAt}
    />
  )
}

describe('ModelFields', () => {
  it('asks for what was chosen', async () => {
    renderAround(<Form />)
    await userEvent.click(screen.getByRole('radio', { name: /Nearest neighbours/ }))
    await userEvent.type(screen.getByLabelText('n_neighbors'), '7')
    await userEvent.click(screen.getByText('Measuring, and columns to use'))
    await userEvent.type(screen.getByLabelText('Seed'), '1')
    await userEvent.click(screen.getByRole('checkbox', { name: 'mass' }))
    expect(asked).toMatchObject({
      model_type: 'knn',
      hyperparameters: { n_neighbors: 7 },
      seed: 1,
      features: { exclude: ['mass'] },
    })
  })

  it('shows the columns that an earlier training was limited to, and changes them', async () => {
    renderAround(<Form initial={{ include: ['gone'] }} />)
    expect(screen.getByRole('radio', { name: 'Only the ticked' })).toBeChecked()
    expect(screen.getByRole('checkbox', { name: 'mass' })).not.toBeChecked()
    expect(asked).toMatchObject({ features: { include: ['gone'] } })
    await userEvent.click(screen.getByRole('checkbox', { name: 'mass' }))
    await userEvent.click(screen.getByRole('checkbox', { name: /gone \(not in this dataset\)/ }))
    expect(screen.queryByText(/not in this dataset/)).not.toBeInTheDocument()
    expect(asked).toMatchObject({ features: { include: ['mass'] } })
    expect(screen.getByText(/^1 of 1 column\./)).toBeVisible()
    await userEvent.click(screen.getByRole('radio', { name: 'All but the unticked' }))
    expect(asked).not.toHaveProperty('features')
  })

  it('has no model to choose when only the baseline is wanted', async () => {
    renderAround(<Form />)
    await userEvent.click(screen.getByRole('radio', { name: 'Baseline only' }))
    expect(screen.queryByRole('radio', { name: /Random forest/ })).not.toBeInTheDocument()
    expect(asked).toMatchObject({ mode: 'light' })
    expect(asked).not.toHaveProperty('model_type')
  })

  it('shows what the API said at its field', () => {
    renderAround(
      <Form errorAt={(pointer) => (pointer === '/hyperparameters/n_candidates' ? 'too many' : undefined)} />,
    )
    expect(screen.getByLabelText('n_candidates')).toHaveAttribute('aria-invalid', 'true')
    expect(screen.getByText('too many')).toBeInTheDocument()
  })
})
