import { describe, expect, it } from 'vitest'
import { type ColumnProfile, differenceOf, type Profile } from './profile'

const profile = (rows: number, columns: Record<string, ColumnProfile['kind']>) =>
  ({ rows, columns: Object.entries(columns).map(([name, kind]) => ({ name, kind })) }) as Profile

describe('differenceOf', () => {
  it('names what came, went and is of another kind', () => {
    const before = profile(10, { a: 'numeric', b: 'categorical', c: 'numeric' })
    const after = profile(12, { a: 'numeric', c: 'categorical', d: 'id' })
    expect(differenceOf(before, after)).toEqual({
      rows: 2,
      added: ['d'],
      removed: ['b'],
      changed: [{ name: 'c', before: 'numeric', after: 'categorical' }],
    })
  })

  it('is empty between equal versions', () => {
    const same = profile(3, { a: 'numeric' })
    expect(differenceOf(same, same)).toEqual({ rows: 0, added: [], removed: [], changed: [] })
  })
})
