import { describe, expect, it } from 'vitest'
import { comparable, versionBefore } from './draft'

const version = (id: string, name: string, number: number, status = 'READY') => ({
  id,
  name,
  version: number,
  status,
})

const SECOND = version('b2', 'b.csv', 2)
const ALL = [
  version('c1', 'c.csv', 1),
  version('b1', 'b.csv', 1),
  SECOND,
  version('b3', 'b.csv', 3),
  version('b4', 'b.csv', 4, 'REJECTED'),
]

describe('comparable', () => {
  it('has the other versions first, and nothing that is not ready', () => {
    expect(comparable(SECOND, ALL).map(({ id }) => id)).toEqual(['b3', 'b1', 'c1'])
  })
})

describe('versionBefore', () => {
  it('is the last one that is older', () => {
    expect(versionBefore(SECOND, ALL)?.id).toBe('b1')
    expect(versionBefore(version('c1', 'c.csv', 1), ALL)).toBeUndefined()
  })
})
