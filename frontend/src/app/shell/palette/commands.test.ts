import { Circle } from 'lucide-react'
import { describe, expect, it } from 'vitest'
import { type CommandGroup, findCommands } from './commands'

const command = (label: string, more = {}) => ({
  id: label,
  label,
  icon: Circle,
  run: () => undefined,
  ...more,
})

const GROUPS: CommandGroup[] = [
  { value: 'Go to', items: [command('Datasets'), command('Models', { words: 'artifacts' })] },
  {
    value: 'Datasets',
    first: 1,
    items: [command('clean penguins.csv'), command('Penguins.csv', { detail: 'version 2' })],
  },
]

const labels = (query: string) =>
  findCommands(GROUPS, query).map(({ value, items }) => [value, ...items.map(({ label }) => label)])

describe('findCommands', () => {
  it('shows the first of each group before anything is typed', () =>
    expect(labels(' ')).toEqual([
      ['Go to', 'Datasets', 'Models'],
      ['Datasets', 'clean penguins.csv'],
    ]))

  it('puts what begins with the words first, in any case', () =>
    expect(labels('PENG')).toEqual([['Datasets', 'Penguins.csv', 'clean penguins.csv']]))

  it('wants every word, wherever it stands', () => {
    expect(labels('version peng')).toEqual([['Datasets', 'Penguins.csv']])
    expect(labels('artifacts')).toEqual([['Go to', 'Models']])
    expect(labels('version models')).toEqual([])
  })
})
