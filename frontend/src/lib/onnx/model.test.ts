import { describe, expect, it } from 'vitest'
import { decodeOutputs, encodeColumn, matchInputs, OtherModelError } from './model'

const numeric = (name: string) => ({ name, kind: 'numeric' as const })

describe('matchInputs', () => {
  it('finds columns that are called like an output', () => {
    const columns = [numeric('a'), numeric('label'), numeric('my_input')]
    const graph = ['a', 'label_input_', 'my_input'].map((name) => ({ name, type: 'float32' }))
    expect(matchInputs(graph, columns).map(({ name }) => name)).toEqual(['a', 'label', 'my_input'])
  })

  it('does not run a model of other columns', () => {
    expect(() => matchInputs([{ name: 'z', type: 'string' }], [numeric('a')])).toThrow(OtherModelError)
  })
})

describe('encodeColumn', () => {
  it('writes numbers, words and dates as the graph takes them', () => {
    const rows = [
      { a: '1,5', b: ' x ', c: '1970-01-02' },
      { a: null, b: 'NA' },
    ]
    expect(encodeColumn('float32', numeric('a'), rows)).toEqual({ data: Float32Array.of(1.5, Number.NaN) })
    expect(encodeColumn('string', { name: 'b', kind: 'categorical' }, rows)).toEqual({ data: ['x', ''] })
    expect(encodeColumn('float64', { name: 'c', kind: 'datetime' }, rows)).toEqual({
      data: Float64Array.of(86_400, Number.NaN),
    })
  })

  it('names every cell that is no number', () => {
    const rows = [{ a: '1' }, { a: 'many' }, { a: '=1' }]
    expect(encodeColumn('float32', numeric('a'), rows)).toEqual({
      bad: [
        { row: 1, column: 'a', kind: 'numeric', value: 'many' },
        { row: 2, column: 'a', kind: 'numeric', value: '=1' },
      ],
    })
  })
})

describe('decodeOutputs', () => {
  it('gives each row its class and probabilities', () => {
    const outputs = { label: ['yes', 'no'], probabilities: [0.2, 0.8, 0.9, 0.1] }
    expect(decodeOutputs(outputs, ['no', 'yes'], 2)).toEqual([
      { prediction: 'yes', probabilities: { no: 0.2, yes: 0.8 } },
      { prediction: 'no', probabilities: { no: 0.9, yes: 0.1 } },
    ])
  })

  it('repeats the answer of a model that looks at nothing', () => {
    expect(decodeOutputs({ prediction: [3] }, [], 2).map(({ prediction }) => prediction)).toEqual([3, 3])
    const outputs = { label: ['a'], probabilities: [0.7, 0.3] }
    expect(decodeOutputs(outputs, ['a', 'b'], 2)[1]).toEqual({
      prediction: 'a',
      probabilities: { a: 0.7, b: 0.3 },
    })
  })
})
