import { useDeferredValue, useMemo } from 'react'
import type { Run } from '../api'
import { filterKeys } from '../filter/keys'
import { filterRows, parseFilter } from '../filter/parse'
import { parameterNames } from '../parameters'
import type { RunRow } from '../runRow'

/** The rows that a filter leaves; the keys are heard before the rows are drawn. */
export function useFiltered(rows: readonly RunRow[], runs: readonly Run[], text: string) {
  const keys = useMemo(() => filterKeys(parameterNames(runs)), [runs])
  const typed = useDeferredValue(text)
  const filter = useMemo(() => parseFilter(typed, keys, Date.now()), [typed, keys])
  const left = useMemo(() => filterRows(rows, filter), [rows, filter])
  return { keys, rows: left, problems: filter.problems }
}
