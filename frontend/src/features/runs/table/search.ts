import type { Sort } from '@/components/ui/dataTable/types'

/** What the address says about the table of runs. */
export interface RunsSearch {
  /** The filter, as it was typed. */
  q?: string
  /** A column's id, with a minus before it for downwards. */
  sort?: string
  /** Ids of the columns in sight, in order, with commas between. */
  columns?: string
  /** The run that the others are compared with. */
  pin?: string
  /** Ids of the chosen runs, with commas between. */
  runs?: string
}

export const NEWEST_FIRST: Sort = { column: 'created', descending: true }

/** Makes sense of an address; what makes none is left out. */
export function readRunsSearch(search: Record<string, unknown>): RunsSearch {
  const q = typeof search.q === 'string' || typeof search.q === 'number' ? String(search.q) : ''
  const sort = typeof search.sort === 'string' && /^-?[\w.]+$/.test(search.sort) ? search.sort : undefined
  const columns = idsOf(search.columns)
  const runs = idsOf(search.runs)
  const pin = idsOf(search.pin)[0]
  return {
    ...(q.trim() !== '' && { q }),
    ...(sort !== undefined && sort !== textOfSort(NEWEST_FIRST) && { sort }),
    ...(columns.length > 0 && { columns: columns.join() }),
    ...(pin !== undefined && { pin }),
    ...(runs.length > 0 && { runs: runs.join() }),
  }
}

/** Ids from a list, or from text with commas; each once. */
export function idsOf(value: unknown): string[] {
  const parts = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : []
  const ids = parts.filter((part): part is string => typeof part === 'string' && /^[\w.-]+$/.test(part))
  return [...new Set(ids)]
}

export function sortOf(text: string | undefined): Sort {
  if (text === undefined) return NEWEST_FIRST
  return text.startsWith('-')
    ? { column: text.slice(1), descending: true }
    : { column: text, descending: false }
}

export function textOfSort({ column, descending }: Sort): string {
  return descending ? `-${column}` : column
}
