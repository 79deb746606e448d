import { describe, expect, it } from 'vitest'
import type { ColumnProfile, Profile } from './profile'
import { compareVersions } from './versions'

type Columns = Record<string, [kind: ColumnProfile['kind'], missing?: number]>

const profile = (rows: number, columns: Columns) =>
  ({
    rows,
    columns: Object.entries(columns).map(([name, [kind, missing = 0]]) => ({ name, kind, missing })),
  }) as Profile

describe('compareVersions', () => {
  it('names what came, went, is of another kind or has other gaps, the gravest first', () => {
    const before = profile(10, {
      a: ['numeric'],
      b: ['categorical'],
      c: ['numeric'],
      e: ['text', 1],
      f: ['id'],
    })
    const after = profile(20, { a: ['numeric', 1], c: ['categorical'], d: ['id'], e: ['text', 8], f: ['id'] })
    const { columns, counts } = compareVersions(before, after)
    expect(columns.map(({ name, change }) => [name, change])).toEqual([
      ['b', 'removed'],
      ['d', 'added'],
      ['c', 'retyped'],
      ['e', 'missing'],
      ['a', 'missing'],
      ['f', 'same'],
    ])
    expect(counts).toEqual({ removed: 1, added: 1, retyped: 1, missing: 2, same: 1 })
    expect(columns[3]?.missing).toEqual({ before: 0.1, after: 0.4 })
    expect(columns[0]?.missing).toEqual({ before: 0, after: undefined })
  })

  it('goes by shares: twice the rows with twice the gaps are the same', () => {
    const { counts } = compareVersions(profile(10, { a: ['text', 2] }), profile(20, { a: ['text', 4] }))
    expect(counts.same).toBe(1)
  })
})
