import { describe, expect, it } from 'vitest'
import { en } from './en'
import { ru } from './ru'

describe('numbers of things', () => {
  it.each([
    [1, '1 row', '1 строка'],
    [2, '2 rows', '2 строки'],
    [5, '5 rows', '5 строк'],
    [11, '11 rows', '11 строк'],
    [21, '21 rows', '21 строка'],
    [344, '344 rows', '344 строки'],
  ])('%d', (rows, english, russian) => {
    expect(en.datasets.rows(rows)).toBe(english)
    expect(ru.datasets.rows(rows)).toBe(russian)
  })
})
