import { describe, expect, it } from 'vitest'
import { isView, readViews, withView } from './views'

const ridge = { name: 'Ridge', search: { q: 'model:ridge' } }
const cheap = { name: 'Cheap', search: { q: 'cost<0.001', sort: 'cost' } }

describe('saved views', () => {
  it('are read back without what makes no sense', () => {
    expect(readViews([ridge, { name: ' ' }, 7, null, { ...cheap, name: 'Ridge' }, cheap])).toEqual([
      ridge,
      cheap,
    ])
    expect(readViews([{ name: 'Odd', search: { q: [], sort: '<', runs: 'a' } }])).toEqual([
      { name: 'Odd', search: {} },
    ])
    expect(readViews('nothing')).toEqual([])
  })

  it('are current whatever rows are chosen', () => {
    expect(isView({ q: 'model:ridge', runs: 'a,b' }, ridge)).toBe(true)
    expect(isView({ q: 'model:ridge', sort: 'cost' }, ridge)).toBe(false)
  })

  it('of the same name are replaced in place', () => {
    const changed = { name: 'Ridge', search: { q: 'ridge' } }
    expect(withView([ridge, cheap], changed)).toEqual([changed, cheap])
    expect(withView([ridge], cheap)).toEqual([ridge, cheap])
  })
})
