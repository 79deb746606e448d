import { useCallback, useRef } from 'react'
import type { Selection } from './types'

/** Toggles rows one by one, as ranges with Shift, and all at once. */
export function useSelection<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  selection: Selection<Row> | undefined,
) {
  const last = useRef<string>(undefined)
  const latest = useRef({ rows, keyOf, selection })
  latest.current = { rows, keyOf, selection }

  const toggle = useCallback((row: Row, range: boolean) => {
    const { rows, keyOf, selection } = latest.current
    if (!selection) return
    const key = keyOf(row)
    const selected = new Set(selection.selected)
    const add = !selected.has(key)
    const keys = range && last.current !== undefined ? keysBetween(rows.map(keyOf), last.current, key) : [key]
    for (const each of keys) {
      if (add) selected.add(each)
      else selected.delete(each)
    }
    last.current = key
    selection.onChange(selected)
  }, [])

  function toggleAll() {
    if (!selection) return
    const all = rows.every((row) => selection.selected.has(keyOf(row)))
    selection.onChange(new Set(all ? [] : rows.map(keyOf)))
  }

  const chosen = selection ? rows.filter((row) => selection.selected.has(keyOf(row))).length : 0
  const state = chosen === 0 ? 'none' : chosen === rows.length ? 'all' : 'some'
  return { toggle, toggleAll, state } as const
}

/** All keys from one to another, whichever comes first; only the second where the first is not there. */
export function keysBetween(keys: readonly string[], from: string, to: string): readonly string[] {
  const [start, end] = [keys.indexOf(from), keys.indexOf(to)]
  if (start < 0) return [to]
  return keys.slice(Math.min(start, end), Math.max(start, end) + 1)
}
