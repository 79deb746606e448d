import { describe, expect, it } from 'vitest'
import { schemaOf } from './schema'

const REPORT = {
  target: 'species',
  task: 'classification' as const,
  labels: ['a', 'b'],
  importance: [{ feature: 'island' }, { feature: 'mass' }],
}
const numeric = { min: 1, max: 9, quantiles: { p50: 4.123456789 } }
const word = (value: string) => ({ value, count: 1 })
const PROFILE = {
  columns: [
    { name: 'mass', kind: 'numeric', unique: 9, numeric, top_values: [] },
    { name: 'island', kind: 'categorical', unique: 2, numeric: null, top_values: [word('x'), word('y')] },
    { name: 'note', kind: 'text', unique: 90, numeric: null, top_values: [] },
    { name: 'species', kind: 'categorical', unique: 2, numeric: null, top_values: [word('a'), word('b')] },
  ],
}

describe('schemaOf', () => {
  it('has the columns that the model looks at, as its dataset describes them', () => {
    const { inputs } = schemaOf(REPORT, PROFILE)
    expect(inputs.map(({ name, kind, usual }) => [name, kind, usual])).toEqual([
      ['mass', 'numeric', '4.12346'],
      ['island', 'categorical', 'x'],
    ])
    expect(inputs[1]?.levels).toEqual(['x', 'y'])
    expect(inputs[0]).toMatchObject({ min: 1, max: 9, levels: undefined })
  })

  it('does not take frequent words for all words', () => {
    const columns = PROFILE.columns.map((column) => ({ ...column, unique: 50 }))
    expect(schemaOf(REPORT, { columns }).inputs[1]).toMatchObject({ levels: undefined, examples: ['x', 'y'] })
  })

  it('is free text when the dataset is gone', () => {
    expect(schemaOf(REPORT, null).inputs.map(({ name, levels }) => [name, levels])).toEqual([
      ['island', undefined],
      ['mass', undefined],
    ])
  })
})
