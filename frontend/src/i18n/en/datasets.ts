import { counter } from '../plural'

const count = counter('en')

export const datasets = {
  title: 'Datasets',
  lead: 'Tables to learn from. Uploading a file under a name that exists makes its next version.',
  emptyTitle: 'No datasets yet',
  empty: 'Upload a CSV with a header row: one row per example, and the column to predict among them.',
  listLabel: 'Your datasets',
  search: 'Find a dataset',
  found: (found: number) => count(found, { one: 'dataset', other: 'datasets' }),
  nothingFound: (text: string) => `No dataset is called anything like “${text}”.`,
  clearSearch: 'Show all',
  version: (version: number) => `version ${version}`,
  versionShort: (version: number) => `v${version}`,
  earlier: (versions: number) => count(versions, { one: 'earlier version', other: 'earlier versions' }),
  versionsOf: (name: string) => `Versions of ${name}`,
  rows: (rows: number) => count(rows, { one: 'row', other: 'rows' }),
  columns: (columns: number) => count(columns, { one: 'column', other: 'columns' }),
  train: 'Train',
  trainLabel: (name: string) => `Train a model on ${name}`,
  actionsLabel: (name: string) => `More for ${name}`,
  open: 'Open',
  download: 'Download CSV',
  remove: 'Delete…',
  removeTitle: (name: string, version: string) => `Delete ${name}, ${version}?`,
  removeText:
    'The file, its profile and its analyses go for good. Runs and models that were trained on it stay. This cannot be taken back.',
  removeAction: 'Delete dataset',
  removed: (name: string) => `${name} is deleted`,
  states: {
    AWAITING_UPLOAD: 'Waiting for the file',
    READY: 'Ready',
    REJECTED: 'Refused',
    EXPIRED: 'Upload expired',
  },
}
