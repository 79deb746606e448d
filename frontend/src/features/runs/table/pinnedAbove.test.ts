import { expect, it } from 'vitest'
import { en } from '@/i18n/en'
import { sampleRun } from '@/test/samples'
import { filterKeys } from '../filter/keys'
import { filterRows, parseFilter } from '../filter/parse'
import { rowOfRun } from '../runRow'
import { pinnedAbove } from './pinnedAbove'
import { readRunsSearch } from './search'

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
