import { describe, expect, it } from 'vitest'
import { en } from '@/i18n/en'
import { sampleRun } from '@/test/samples'
import { filterKeys } from '../filter/keys'
import { filterRows, parseFilter } from '../filter/parse'
import { rowOfRun } from '../runRow'
import { pinnedAbove, readRunsSearch, sortOf, textOfSort } from './search'

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

  it('pins a run above those of the same data and target', () => {
    const run = (id: string, more = {}) =>
      sampleRun({ id, dataset_name: 'my birds, 2.csv', dataset_version: 2, target: 'body mass', ...more })
    const search = pinnedAbove(run('a'))
    expect(readRunsSearch({ ...search })).toEqual(search)
    const rows = [
      run('a'),
      run('b'),
      run('c', { dataset_version: 12 }),
      run('d', { target: 'body' }),
      run('e', { dataset_name: 'birds, 2.csv' }),
    ].map((one) => rowOfRun(one, en))
    const filter = parseFilter(search.q ?? '', filterKeys([]), 0)
    expect(filter.problems).toEqual([])
    expect(filterRows(rows, filter).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(search.pin).toBe('a')
  })

  it('writes a sort as it reads it', () => {
    for (const text of ['score', '-score', '-metric.f1', 'param.alpha']) {
      expect(textOfSort(sortOf(text))).toBe(text)
      expect(readRunsSearch({ sort: text })).toEqual({ sort: text })
    }
  })
})
