import { counter } from '../plural'

const count = counter('en')
const ROWS = { one: 'row', other: 'rows' }

export const dataset = {
  title: 'Dataset',
  train: 'Train a model',
  views: 'What is in the dataset',
  table: 'Table',
  profile: 'Columns',
  analysis: 'Analysis',
  versions: 'Versions',
  rows: 'Rows',
  columns: 'Columns',
  size: 'Size',
  emptyCells: 'Empty cells',
  duplicates: 'Duplicate rows',
  suggestion: 'Suggested target',
  tasks: { classification: 'classification', regression: 'regression' },
  warnings: (warnings: number) => count(warnings, { one: 'thing to know', other: 'things to know' }),
  firstRows: (shown: number, all: number) => `The first ${shown} of ${count(all, ROWS)}.`,
  showRows: (rows: number) => `Show ${count(rows, ROWS)}`,
  showAllRows: 'Show all rows',
  allRows: (rows: number) => `All ${count(rows, ROWS)}.`,
  earlierColumns: 'Earlier columns',
  laterColumns: 'Later columns',
  someColumns: (first: number, last: number, all: number) => `columns ${first}–${last} of ${all}`,
  sampleLabel: (name: string) => `The first rows of ${name}`,
  columnsLabel: 'Columns of the dataset',
  missingCell: 'missing',
  name: 'Name',
  target: 'suggested target',
  kind: 'Kind',
  distribution: 'Distribution',
  missing: 'Missing',
  unique: 'Unique',
  min: 'Min',
  p25: '25 %',
  median: 'Median',
  mean: 'Mean',
  p75: '75 %',
  max: 'Max',
  std: 'Std',
  kinds: {
    numeric: 'numbers',
    categorical: 'categories',
    boolean: 'yes or no',
    datetime: 'dates',
    text: 'free text',
    id: 'identifier',
  },
  histogramLabel: (column: string, min: string, max: string) =>
    `Histogram of ${column}, from ${min} to ${max}`,
  sharesLabel: (column: string, shares: string) => `Most frequent in ${column}: ${shares}`,
  notReady: 'Upload the file again under the same name, and the next version takes its place.',
  oneVersion: 'This is the only version. Upload a file under the same name to make the next one.',
  sameContent: 'The same content, byte for byte.',
  rowsSince: (difference: number) =>
    difference === 0
      ? 'The same number of rows.'
      : difference > 0
        ? `This version has ${count(difference, ROWS)} more.`
        : `This version has ${count(-difference, ROWS)} fewer.`,
  added: (columns: string) => `New columns here: ${columns}`,
  removed: (columns: string) => `Columns missing here: ${columns}`,
  changed: (column: string, before: string, after: string) => `${column}: ${before} there, ${after} here`,
}
