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

function Form({ errorAt = () => undefined }: { errorAt?: (pointer: string) => string | undefined }) {
  const [search, setSearch] = useState<DraftSearch>({})
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
