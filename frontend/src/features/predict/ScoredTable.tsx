import { useMemo } from 'react'
import { DataTable } from '@/components/ui/dataTable/DataTable'
import type { DataColumn } from '@/components/ui/dataTable/types'
import { useI18n } from '@/i18n/I18nProvider'
import { parseNumber } from '@/lib/cells'
import type { CsvTable } from '@/lib/csv/table'

interface Line {
  number: number
  cells: readonly string[]
}

const SHOWN_INPUTS = 20

/** Scored rows with the answers first, so that they are in sight. */
export function ScoredTable(props: { table: CsvTable; answers: number; name: string }) {
  const { t, format } = useI18n()
  const { table, answers } = props
  const rows = useMemo(() => table.rows.map((cells, index): Line => ({ number: index + 1, cells })), [table])
  const columns = useMemo((): DataColumn<Line>[] => {
    const first = table.columns.length - answers
    const places = table.columns.map((_, index) => index)
    const shown = [...places.slice(first), ...places.slice(0, Math.min(first, SHOWN_INPUTS))]
    return [
      {
        id: '#',
        title: '#',
        width: 64,
        numeric: true,
        rowHeader: true,
        render: (line) => line.number,
      },
      ...shown.map((place): DataColumn<Line> => {
        const number = (line: Line) => parseNumber(line.cells[place] ?? '')
        const isAnswer = place >= first
        const numeric = rows.length > 0 && number(rows[0] as Line) !== undefined
        return {
          id: String(place),
          title: table.columns[place] ?? '',
          width: isAnswer ? 160 : 120,
          grows: true,
          numeric,
          render: (line) => {
            const text = line.cells[place] ?? ''
            const value = isAnswer ? number(line) : undefined
            return value === undefined ? text : format.score(value)
          },
        }
      }),
    ]
  }, [table, answers, rows, format])
  return (
    <DataTable
      label={t.predict.scoredLabel(props.name)}
      rows={rows}
      keyOf={(line) => String(line.number)}
      columns={columns}
      density="compact"
      className="max-h-[50dvh]"
    />
  )
}
