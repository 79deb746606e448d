import { describe, expect, it } from 'vitest'
import { createFormat } from './format'

const NOW = Date.parse('2026-11-23T12:00:00Z')
const before = (seconds: number) => new Date(NOW - seconds * 1000).toISOString()

describe('numbers in English', () => {
  const format = createFormat('en')

  it.each([
    [0.8300000000000001, '0.83'],
    [0.97499, '0.975'],
    [1, '1.00'],
    [-0.25, '-0.25'],
    [-0.0001, '0.00'],
    [53.271, '53.3'],
    [2859.6, '2,860'],
  ])('score %d is %s', (value, text) => expect(format.score(value)).toBe(text))

  it.each([
    [0.8, '0.80'],
    [-0.4363, '-0.44'],
    [-0.001, '0.00'],
  ])('ratio %d is %s', (value, text) => expect(format.ratio(value)).toBe(text))

  it.each([
    [0, '$0.00'],
    [0.00042, '$0.00042'],
    [0.0004, '$0.0004'],
    [0.0000021, '< $0.0001'],
    [12.5, '$12.50'],
  ])('price %d is %s', (value, text) => expect(format.price(value)).toBe(text))

  it.each([
    [740, '740 ms'],
    [3_249, '3.2 sec'],
    [90_000, '1.5 min'],
  ])('duration %d is %s', (value, text) => expect(format.duration(value)).toBe(text))

  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [15_360, '15.4 kB'],
    [10_485_760, '10.5 MB'],
  ])('size %d is %s', (value, text) => expect(format.bytes(value)).toBe(text))

  it.each([
    [0, 'now'],
    [40, '40 sec ago'],
    [190, '3 min ago'],
    [7_300, '2 hr ago'],
    [90_000, 'yesterday'],
    [-5, 'now'],
  ])('%d s before now is %s', (seconds, text) => expect(format.ago(before(seconds), NOW)).toBe(text))

  it('shows the sign of a difference', () => {
    expect(format.delta(0.39)).toBe('+0.39')
    expect(format.delta(-0.39)).toBe('-0.39')
    expect(format.delta(0)).toBe('0.00')
    expect(format.delta(-0.0001)).toBe('0.00')
  })
})

describe('numbers in Russian', () => {
  const format = createFormat('ru')
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

  it('uses the comma and its own words', () => {
    expect(format.score(0.83)).toBe('0,83')
    expect(plain(format.price(0.0004))).toBe('0,0004 $')
    expect(plain(format.ago(before(190), NOW))).toBe('3 мин. назад')
  })
})

it.each([
  [90_000, '12:00:00'],
  [3_600_000, '12:00 PM'],
  [10 * 86_400_000, 'Nov 23'],
  [400 * 86_400_000, 'Nov 2026'],
])('beside an axis of %d ms a moment is %s', (span, text) => {
  const noon = new Date(2026, 10, 23, 12).getTime()
  expect(createFormat('en').timeTick(noon, span)).toBe(text)
})
