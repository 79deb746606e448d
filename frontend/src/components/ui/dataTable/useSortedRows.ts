import {
  createSortedRowModel,
  rowSortingFeature,
  type Row as TableRow,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import type { DataColumn, Sort } from './types'

const words = new Intl.Collator(undefined, { numeric: true })

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })
type Features = typeof features

/** Rows in the order of a sort; in their own order without one. */
export function useSortedRows<Row extends object>(
  rows: readonly Row[],
  columns: readonly DataColumn<Row>[],
  sort: Sort | undefined,
): readonly Row[] {
  const definitions = useMemo(() => columns.map(definitionOf), [columns])
  const sorting = useMemo(() => (sort ? [{ id: sort.column, desc: sort.descending }] : []), [sort])
  const table = useTable<Features, Row>({
    features,
    columns: definitions,
    data: rows as Row[],
    state: { sorting },
  })
  const sorted = table.getRowModel().rows
  return useMemo(() => sorted.map((row) => row.original), [sorted])
}

function definitionOf<Row extends object>(column: DataColumn<Row>) {
  return {
    id: column.id,
    accessorFn: (row: Row) => column.sortBy?.(row),
    enableSorting: column.sortBy !== undefined,
    sortUndefined: 'last' as const,
    sortFn: inOrder<Row>,
  }
}

/** Numbers by size, words as people order them. */
function inOrder<Row extends object>(a: TableRow<Features, Row>, b: TableRow<Features, Row>, id: string) {
  const [one, other] = [a.getValue(id), b.getValue(id)]
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return words.compare(String(one), String(other))
}
