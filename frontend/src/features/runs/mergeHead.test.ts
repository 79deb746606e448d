import { describe, expect, it } from 'vitest'
import { mergeHead } from './mergeHead'

const items = (...ids: string[]) => ids.map((id) => ({ id }))

describe('mergeHead', () => {
  it('puts what is new before what was known, which stays the same', () => {
    const known = items('c', 'b', 'a')
    const merged = mergeHead(items('e', 'd', 'c', 'b'), known)
    expect(merged?.map(({ id }) => id)).toEqual(['e', 'd', 'c', 'b', 'a'])
    expect(merged?.[2]).toBe(known[0])
    expect(mergeHead(items('c', 'b'), known)).toEqual(known)
  })

  it.each([
    ['something was deleted', items('d', 'c', 'a'), items('c', 'b', 'a')],
    ['the newest was deleted', items('b', 'a'), items('c', 'b', 'a')],
    ['more is new than a page holds', items('f', 'e'), items('c', 'b', 'a')],
    ['the page is longer than what was known', items('c', 'b', 'a'), items('c', 'b')],
    ['nothing was known', items('c'), []],
  ])('gives up when %s', (_, page, known) => expect(mergeHead(page, known)).toBeUndefined())
})
