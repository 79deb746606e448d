import { describe, expect, it, vi } from 'vitest'
import { ApiError } from '@/api/apiError'
import { BadRowsError, CHUNK_ROWS, fitOf, predictAll, rowsOf, scoredTable } from './batch'
import { differenceOf, SAME } from './compare'
import type { ModelSchema, SchemaInput } from './schema'

const input = (name: string) => ({ name, kind: 'numeric' }) as SchemaInput
const SCHEMA: ModelSchema = {
  target: 't',
  task: 'classification',
  labels: ['no', 'yes'],
  explained: false,
  inputs: [input('a'), input('b')],
}
const TABLE = {
  columns: ['name', 'a'],
  rows: [
    ['=x', '1'],
    ['y', '2'],
  ],
}
const never = new AbortController().signal
const answer = (prediction: string) => ({ prediction, probabilities: { no: 0.25, yes: 0.75 } })

describe('a file of rows', () => {
  it('gives the model its own columns only', () => {
    expect(fitOf(TABLE, SCHEMA)).toEqual({ missing: ['b'], unused: ['name'] })
    expect(rowsOf(TABLE, SCHEMA)).toEqual([{ a: '1' }, { a: '2' }])
  })

  it('comes back with the answers behind its own columns', () => {
    expect(scoredTable(TABLE, SCHEMA, [answer('yes'), answer('no')])).toEqual({
      columns: ['name', 'a', 'predicted_t', 'probability_no', 'probability_yes'],
      rows: [
        ['=x', '1', 'yes', '0.25', '0.75'],
        ['y', '2', 'no', '0.25', '0.75'],
      ],
    })
  })
})

describe('predictAll', () => {
  const rows = Array.from({ length: CHUNK_ROWS + 2 }, (_, index) => ({ a: String(index) }))

  it('asks part by part and keeps the order', async () => {
    const progress = vi.fn()
    const predict = vi.fn(async (part: { a?: string }[]) => part.map(({ a }) => answer(a ?? '')))
    const all = await predictAll(rows, predict as never, progress, never)
    expect(predict).toHaveBeenCalledTimes(2)
    expect(all.map(({ prediction }) => prediction)).toEqual(rows.map(({ a }) => a))
    expect(progress).toHaveBeenLastCalledWith(rows.length)
  })

  it('names bad cells by their place in the whole file', async () => {
    const refuse = async (part: unknown[]) => {
      if (part.length === CHUNK_ROWS) return part.map(() => answer('no'))
      throw new ApiError('invalid-input', '', { fields: [{ pointer: '/rows/1/a~1b', detail: 'no number' }] })
    }
    const failed = predictAll(rows, refuse as never, () => undefined, never)
    await expect(failed).rejects.toMatchObject({
      cells: [{ row: CHUNK_ROWS + 1, column: 'a/b', detail: 'no number' }],
    })
    await expect(failed).rejects.toBeInstanceOf(BadRowsError)
  })

  it('stops when it is told to', async () => {
    const controller = new AbortController()
    const predict = vi.fn(async (part: unknown[]) => {
      controller.abort()
      return part.map(() => answer('no'))
    })
    await expect(predictAll(rows, predict, () => undefined, controller.signal)).rejects.toThrow()
    expect(predict).toHaveBeenCalledTimes(1)
  })
})

describe('differenceOf', () => {
  it('compares probabilities, numbers by their size, and classes', () => {
    const moved = { prediction: 'yes', probabilities: { no: 0.250001, yes: 0.749999 } }
    expect(differenceOf(answer('yes'), moved)).toBeCloseTo(1e-6)
    expect(differenceOf(answer('yes'), moved)).toBeLessThan(SAME)
    expect(differenceOf(answer('yes'), answer('no'))).toBe(Number.POSITIVE_INFINITY)
    const number = (prediction: number) => ({ prediction, probabilities: null })
    expect(differenceOf(number(1e6), number(1e6 + 1))).toBeCloseTo(1e-6)
  })
})
