import { describe, expect, it } from 'vitest'
import type { Dataset } from './api'
import { groupVersions, searchGroups } from './groupVersions'

const dataset = (name: string, version: number, status: Dataset['status'] = 'READY') =>
  ({ id: `${name} ${version}`, name, version, status }) as Dataset

describe('groupVersions', () => {
  it('puts uploads of a name together, where the newest stood', () => {
    const newest = dataset('b.csv', 2)
    const groups = groupVersions([newest, dataset('a.csv', 1), dataset('b.csv', 1)])
    expect(groups.map(({ name, others }) => [name, others.length])).toEqual([
      ['b.csv', 1],
      ['a.csv', 0],
    ])
    expect(groups[0]?.current).toBe(newest)
  })

  it('stands for the newest version that can be used', () => {
    const refused = dataset('a.csv', 2, 'REJECTED')
    const ready = dataset('a.csv', 1)
    expect(groupVersions([refused, ready])).toEqual([{ name: 'a.csv', current: ready, others: [refused] }])
    expect(groupVersions([refused])[0]?.current).toBe(refused)
  })
})

describe('searchGroups', () => {
  it('finds every word in any case and order', () => {
    const groups = groupVersions([dataset('Sales March.csv', 1), dataset('penguins.csv', 1)])
    expect(searchGroups(groups, 'march  SALES').map(({ name }) => name)).toEqual(['Sales March.csv'])
    expect(searchGroups(groups, ' ')).toHaveLength(2)
    expect(searchGroups(groups, 'x')).toEqual([])
  })
})
