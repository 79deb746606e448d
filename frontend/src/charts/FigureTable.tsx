import { useMemo, useState } from 'react'
import { DataTable } from '@/components/ui/dataTable/DataTable'
import type { DataColumn, Sort } from '@/components/ui/dataTable/types'
import type { TableView } from './Figure'

interface Line {
  key: string
  cells: (string | number | undefined)[]
}

/** The numbers behind a chart, however many they are. */
export function FigureTable(props: { label: string; table: () => TableView }) {
  const { columns, rows } = useMemo(() => props.table(), [props.table])
  const [sort, setSort] = useState<Sort>()
  const lines = useMemo(() => rows.map((cells, index) => ({ key: String(index), cells })), [rows])
  const shown = useMemo(
    () =>
      columns.map(
        ({ title, numeric = false, format = String, render }, index): DataColumn<Line> => ({
          id: String(index),
          title,
          numeric,
          width: numeric ? 104 : 140,
          grows: true,
          rowHeader: index === 0 && !numeric,
          sortBy: (line) => line.cells[index],
          render: ({ key, cells }) => {
            if (render) return render(Number(key))
            const cell = cells[index]
            return typeof cell === 'number' ? format(cell) : (cell ?? '–')
          },
        }),
      ),
    [columns],
  )
  return (
    <DataTable
      label={props.label}
      rows={lines}
      keyOf={(line) => line.key}
      columns={shown}
      sort={sort}
      onSortChange={setSort}
      density="compact"
      className="max-h-80"
    />
  )
}
