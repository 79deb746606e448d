import { describe, expect, it } from 'vitest'
import { isMissing, parseMoment, parseNumber } from './cells'

// The same cases as in the engine: a model must read a cell here as it does there.
describe('cells', () => {
  it('knows the words for nothing', () => {
    expect(['', ' ', 'NaN', 'none', 'NULL', 'Na'].every(isMissing)).toBe(true)
    expect(isMissing('nano')).toBe(false)
  })

  it.each([
    ['42', 42],
    ['+7', 7],
    [' -1.5 ', -1.5],
    ['.5', 0.5],
    ['5.', 5],
    ['1,25', 1.25],
    ['1E-3', 0.001],
    ['1e-400', 0],
  ])('reads the number %j', (cell, number) => {
    expect(parseNumber(cell)).toBe(number)
  })

  it.each(['1.2.3', '1,234.5', '0x10', '1e', 'e5', '-', '.', '12 %', '=1+1', '1_000', '--1', '1e400', 'inf'])(
    'finds no number in %j',
    (cell) => {
      expect(parseNumber(cell)).toBeUndefined()
    },
  )

  it.each([
    ['1970-01-02', 86_400],
    ['2000/03/01', 951_868_800],
    ['01.03.2000', 951_868_800],
    ['2000-03-01T01:00:00Z', 951_872_400],
    ['2000-03-01 02:00+01:00', 951_872_400],
    ['2000-03-01 00:00-01', 951_872_400],
    ['1970-01-01 00:00:01.250', 1.25],
    ['1969-12-31 23:59:59', -1],
    ['0001-01-01', -62_135_596_800],
  ])('reads the date %j', (cell, seconds) => {
    expect(parseMoment(cell)).toBe(seconds)
  })

  it.each([
    '2023-02-29',
    '2023-13-01',
    '2023-00-10',
    '05/06/2024',
    '2024-05/06',
    '2024-05-31x',
    '2024-05-31T25:00',
    '2024-05-31T',
    '2024-05-31 1:00',
    '2024-05-31T10:00+x',
  ])('finds no date in %j', (cell) => {
    expect(parseMoment(cell)).toBeUndefined()
  })
})
