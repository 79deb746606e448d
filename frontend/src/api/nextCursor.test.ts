import { describe, expect, it } from 'vitest'
import { nextCursor } from './nextCursor'

const linked = (link: string) => new Response(null, { headers: { link } })

describe('nextCursor', () => {
  it.each([
    ['</api/jobs?limit=5&cursor=abc>; rel="next"', 'abc'],
    ['</api/jobs?cursor=a%2Bb>; rel=next', 'a+b'],
    ['</api/jobs?cursor=abc>; rel="prev"', undefined],
    ['nonsense', undefined],
  ])('of %s is %s', (link, cursor) => expect(nextCursor(linked(link))).toBe(cursor))

  it('is absent on the last page', () => expect(nextCursor(new Response())).toBeUndefined())
})
