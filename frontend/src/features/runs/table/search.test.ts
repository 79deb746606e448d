import { describe, expect, it } from 'vitest'
import { readRunsSearch, sortOf, textOfSort } from './search'

describe('the address of the table of runs', () => {
  it('is read, each id once', () => {
    expect(
      readRunsSearch({
        q: 'model:ridge',
        sort: '-score',
        columns: ['model', 'score'],
        pin: 'a-1',
        runs: 'a,b,a',
      }),
    ).toEqual({ q: 'model:ridge', sort: '-score', columns: 'model,score', pin: 'a-1', runs: 'a,b' })
  })

  it('leaves out what makes no sense, and what is so anyway', () => {
    expect(readRunsSearch({ q: ' ', sort: '-created', columns: 7, pin: '<script>', runs: ['', 3] })).toEqual(
      {},
    )
    expect(readRunsSearch({ q: 2026, sort: 'drop table' })).toEqual({ q: '2026' })
  })

  it('writes a sort as it reads it', () => {
    for (const text of ['score', '-score', '-metric.f1', 'param.alpha']) {
      expect(textOfSort(sortOf(text))).toBe(text)
      expect(readRunsSearch({ sort: text })).toEqual({ sort: text })
    }
  })
})
