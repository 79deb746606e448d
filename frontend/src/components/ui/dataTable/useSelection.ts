import { useCallback, useMemo, useRef } from 'react'
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
    if (selection.canSelect?.(row) === false) return
    const key = keyOf(row)
    const selected = new Set(selection.selected)
    const add = !selected.has(key)
    const choosable = selection.canSelect ? rows.filter(selection.canSelect) : rows
    const keys =
      range && last.current !== undefined ? keysBetween(choosable.map(keyOf), last.current, key) : [key]
    for (const each of keys) {
      if (add) selected.add(each)
      else selected.delete(each)
    }
    last.current = key
    selection.onChange(selected)
  }, [])

  const choosable = useMemo(
    () => (selection?.canSelect ? rows.filter(selection.canSelect) : rows),
    [rows, selection?.canSelect],
  )

  function toggleAll() {
    if (!selection) return
    const all = choosable.every((row) => selection.selected.has(keyOf(row)))
    selection.onChange(new Set(all ? [] : choosable.map(keyOf)))
  }

  const chosen = useMemo(
    () => countOf(choosable, keyOf, selection?.selected),
    [choosable, keyOf, selection?.selected],
  )
  const state = chosen === 0 ? 'none' : chosen === choosable.length ? 'all' : 'some'
  return { toggle, toggleAll, state } as const
}

function countOf<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  selected: ReadonlySet<string> | undefined,
): number {
  if (!selected || selected.size === 0) return 0
  return rows.reduce((count, row) => count + (selected.has(keyOf(row)) ? 1 : 0), 0)
}

/** All keys from one to another, whichever comes first; only the second where the first is not there. */
export function keysBetween(keys: readonly string[], from: string, to: string): readonly string[] {
  const [start, end] = [keys.indexOf(from), keys.indexOf(to)]
  if (start < 0) return [to]
  return keys.slice(Math.min(start, end), Math.max(start, end) + 1)
}
