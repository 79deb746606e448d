import { counter } from '../plural'

const count = counter('en')
const ROWS = { one: 'row', other: 'rows' }
const COLUMNS = { one: 'column', other: 'columns' }

export const analysis = {
  title: 'Analyze',
  lead: 'How the columns hang together, what tells the target, which columns give it away, and what has shifted since another version.',
  target: 'Target',
  noTarget: 'No target',
  compareWith: 'Compare with',
  compareWithNothing: 'Nothing',
  start: 'Analyze',
  shown: 'Analysis shown',
  named: (target: string | undefined, other: string | undefined) =>
    [target ? `Target ${target}` : 'No target', ...(other ? [`against ${other}`] : [])].join(', '),
  progress: (dataset: string) => `Analyzing ${dataset}`,
  cancel: (dataset: string) => `Cancel analyzing ${dataset}`,
  warnings: 'Worth knowing',
  column: 'Column',
  measure: 'Measure',
  targetTitle: (target: string) => `What tells ${target}`,
  targetMeasures: { value: 'Strength', information: 'Information' },
  targetHints: {
    value:
      'From 0, no relation, to 1, one follows from the other: correlation for numbers, with its sign; Cramér’s V for categories; correlation ratio for both.',
    information:
      'The share of what is not known about the target that the column takes away, whatever the shape of the relation.',
  },
  strongest: (shown: number, all: number) => `The ${shown} strongest of ${count(all, COLUMNS)}.`,
  omitted: {
    constant: 'Not measured, since they hold one value or none:',
    identifier: 'Not measured, since they name the rows:',
    'free-text': 'Not measured, since they are free text:',
    'too-many-columns': 'Not measured, since others come before them:',
  },
  correlations: 'How the columns hang together',
  correlationsHint:
    'The darker, the stronger. Correlation for two columns of numbers, with its sign; Cramér’s V for categories; correlation ratio for both.',
  tooFewColumns: 'There are fewer than two columns to measure against each other.',
  allColumns: (all: number) => `Show all ${all} columns`,
  fewColumns: 'Show fewer columns',
  duplicates: 'Duplicate rows',
  noDuplicates: 'No row is equal to an earlier one.',
  duplicateRows: (rows: number) =>
    rows === 1 ? '1 row is equal to an earlier one.' : `${count(rows, ROWS)} are equal to an earlier one.`,
  duplicateRow: (row: number, first: number) => `row ${row} is row ${first} again`,
  more: (more: number) => `and ${more} more`,
  drift: (other: string) => `What has shifted since ${other}`,
  driftHint:
    'PSI, the population stability index, says how far a column has moved: below 0.1 it is stable, from 0.25 much shifted. Where there are few rows, chance moves it too; that does not count. The distance, 0 to 1, is that of Kolmogorov and Smirnov for numbers, total variation for words.',
  driftSummary: (shifted: number, all: number) =>
    shifted === 0
      ? `None of ${count(all, COLUMNS)} has shifted.`
      : `${shifted} of ${count(all, COLUMNS)} ${shifted === 1 ? 'has' : 'have'} shifted.`,
  driftLabel: 'Columns by how far they have shifted',
  level: 'Reading',
  levels: { stable: 'Stable', shifted: 'Shifted', much_shifted: 'Much shifted' },
  psi: 'PSI',
  distance: 'Distance',
  before: 'Middle before',
  after: 'Middle now',
  missing: 'Missing',
  newValues: 'New values',
}
