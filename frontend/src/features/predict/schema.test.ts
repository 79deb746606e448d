import { describe, expect, it } from 'vitest'
import { schemaOf } from './schema'

const words = (count: number) => Array.from({ length: count }, (_, index) => `w${index}`)
const NOTHING = { levels: [], min: null, max: null, usual: null }
const schema = (...inputs: Parameters<typeof schemaOf>[0]['inputs']) =>
  schemaOf({ target: 't', task: 'classification', labels: ['a', 'b'], explained: true, inputs })

describe('schemaOf', () => {
  it('starts a form with the usual values, and numbers that people can read', () => {
    const { inputs } = schema(
      { name: 'mass', kind: 'numeric', levels: [], min: 1, max: 9, usual: '4.123456789' },
      { ...NOTHING, name: 'island', kind: 'categorical', levels: ['x', 'y'], usual: 'y' },
      { ...NOTHING, name: 'when', kind: 'datetime', usual: '2024-05-31' },
    )
    expect(inputs.map(({ usual }) => usual)).toEqual(['4.12346', 'y', '2024-05-31'])
    expect(inputs[0]).toMatchObject({ min: 1, max: 9, levels: undefined, examples: [] })
    expect(inputs[1]).toMatchObject({ min: undefined, levels: ['x', 'y'], examples: [] })
  })

  it('proposes words when they are too many to choose from', () => {
    const { inputs } = schema({ ...NOTHING, name: 'city', kind: 'categorical', levels: words(21) })
    expect(inputs[0]).toMatchObject({ levels: undefined, examples: words(21), usual: '' })
  })

  it('does not offer a single word of a boolean as the only choice', () => {
    const flag = (levels: string[]) =>
      schema({ ...NOTHING, name: 'alive', kind: 'boolean', levels }).inputs[0]
    expect(flag(['no', 'yes'])).toMatchObject({ levels: ['no', 'yes'] })
    expect(flag(['yes'])).toMatchObject({ levels: undefined, examples: ['yes'] })
  })
})
