import { describe, expect, it } from 'vitest'
import { DESTINATIONS, isTyping, letterOf } from './shortcuts'

describe('letterOf', () => {
  it.each([
    [{ key: 'g', code: 'KeyG' }, 'g'],
    [{ key: 'G', code: 'KeyG' }, 'g'],
    [{ key: 'п', code: 'KeyG' }, 'g'],
    [{ key: 'л', code: 'KeyK' }, 'k'],
    // On a French keyboard the letter that is written counts, not the place of the key.
    [{ key: 'a', code: 'KeyQ' }, 'a'],
    [{ key: '?', code: 'Digit7' }, '?'],
    [{ key: 'Escape', code: 'Escape' }, 'Escape'],
  ])('reads %o as %s', (event, letter) => expect(letterOf(event)).toBe(letter))
})

describe('isTyping', () => {
  it.each([
    ['<input type="text">', true],
    ['<input type="search">', true],
    ['<textarea></textarea>', true],
    ['<button role="combobox"></button>', true],
    ['<input type="checkbox">', false],
    ['<button></button>', false],
  ])('%s: %s', (html, typing) => {
    document.body.innerHTML = html
    expect(isTyping(document.body.firstElementChild)).toBe(typing)
  })
})

it('every destination has a key of its own', () => {
  const keys = DESTINATIONS.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
})
