import { describe, expect, it } from 'vitest'
import { partsOf } from './contributions'

const explanation = (values: number[]) => ({
  unit: 'value' as const,
  base: 1,
  output: values.reduce((sum, value) => sum + value, 1),
  contributions: values.map((contribution, index) => ({ column: `c${index}`, contribution })),
})

describe('partsOf', () => {
  it('puts what moves the answer most first, for or against', () => {
    const { parts, others } = partsOf(explanation([0.5, -2, 1]))
    expect(parts.map(({ column }) => column)).toEqual(['c1', 'c2', 'c0'])
    expect(others).toBe(0)
  })

  it('adds up to the answer even when not every column is shown', () => {
    const values = Array.from({ length: 30 }, (_, index) => (index % 2 ? -1 : 1) * (index + 0.5))
    const given = explanation(values)
    const { parts, others } = partsOf(given)
    expect(parts).toHaveLength(11)
    expect(others).toBe(20)
    expect(parts.at(-1)?.column).toBeUndefined()
    const sum = parts.reduce((total, { contribution }) => total + contribution, given.base)
    expect(sum).toBeCloseTo(given.output)
  })
})
