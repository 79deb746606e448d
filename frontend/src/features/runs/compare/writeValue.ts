import type { Messages } from '@/i18n/en'
import type { Format } from '@/i18n/format'
import type { CompareRow } from './rows'

/** A value of a row as people read it; a dash where there is none. */
export function writeValue(
  value: CompareRow['values'][number],
  kind: CompareRow['kind'],
  t: Messages,
  format: Format,
): string {
  if (value === undefined) return '–'
  if (typeof value === 'number') {
    if (kind === 'score') return format.score(value)
    if (kind === 'price') return format.price(value)
    if (kind === 'duration') return format.duration(value)
    return kind === 'count' ? format.whole(value) : String(value)
  }
  const text = String(value)
  if (kind === 'family') return t.runs.models[text] ?? text
  if (kind === 'task') return t.runsTable.tasks[text] ?? text
  if (kind === 'moment') return format.moment(text)
  return text
}

/** What a row is called: scores and what the page knows by name, parameters as they are typed. */
export function titleOf(row: CompareRow, t: Messages): string {
  if (row.group === 'scores') return t.runs.metrics[row.id] ?? row.id
  return (row.group === 'parameters' && row.id !== 'model' ? undefined : t.compare.rows[row.id]) ?? row.id
}
