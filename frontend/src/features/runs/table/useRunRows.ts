import { useMemo } from 'react'
import type { Messages } from '@/i18n/en'
import { useI18n } from '@/i18n/I18nProvider'
import type { Run } from '../api'
import { type EndedJob, type RunRow, rowOfJob, rowOfRun } from '../runRow'

/** Runs, and trainings that ended without one, as rows, newest first. A run stays the same row, so it is drawn once. */
export function useRunRows(runs: readonly Run[], ended: readonly EndedJob[]): readonly RunRow[] {
  const { t } = useI18n()
  const known = useMemo(() => rowsIn(t), [t])
  return useMemo(() => {
    const rows = [...runs.map(known.ofRun), ...ended.map(known.ofJob)]
    return ended.length === 0 ? rows : rows.sort((a, b) => b.created - a.created)
  }, [runs, ended, known])
}

/** Rows in one language, each made once. */
function rowsIn(t: Messages) {
  const rows = new WeakMap<object, RunRow>()
  const once = <From extends object>(make: (from: From, t: Messages) => RunRow) => {
    return (from: From) => {
      const row = rows.get(from) ?? make(from, t)
      rows.set(from, row)
      return row
    }
  }
  return { ofRun: once(rowOfRun), ofJob: once(rowOfJob) }
}
