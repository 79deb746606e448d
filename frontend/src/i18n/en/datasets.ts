import { counter } from '../plural'

const count = counter('en')

export const datasets = {
  title: 'Datasets',
  lead: 'A CSV with a header row. The column to predict is called target, label or y, or it is the last one.',
  upload: 'Upload a CSV',
  uploadHint: 'UTF-8, separated by commas, semicolons, tabs or bars.',
  choose: 'Choose a file',
  empty: 'No datasets yet. Upload a CSV to train your first model.',
  listLabel: 'Your datasets',
  name: 'Name',
  size: 'Size',
  content: 'Content',
  status: 'Status',
  created: 'Uploaded',
  training: 'Training',
  version: (version: number) => `version ${version}`,
  rows: (rows: number) => count(rows, { one: 'row', other: 'rows' }),
  columns: (columns: number) => count(columns, { one: 'column', other: 'columns' }),
  states: {
    AWAITING_UPLOAD: 'Waiting for the file',
    READY: 'Ready',
    REJECTED: 'Refused',
    EXPIRED: 'Upload expired',
  },
}
