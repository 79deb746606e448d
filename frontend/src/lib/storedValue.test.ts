import { describe, expect, it } from 'vitest'
import { storedValue } from './storedValue'

const names = () =>
  storedValue('test.names', (stored) =>
    Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [],
  )

describe('storedValue', () => {
  it('remembers, and keeps the same object while nothing changes', () => {
    names().set(['a', 'b'])
    const again = names()
    expect(again.get()).toEqual(['a', 'b'])
    expect(again.get()).toBe(again.get())
  })

  it.each(['{', '7', '[1,"a"]', 'null'])('does not trust what is stored: %s', (text) => {
    localStorage.setItem('test.names', text)
    expect(
      names()
        .get()
        .every((name) => typeof name === 'string'),
    ).toBe(true)
  })
})
