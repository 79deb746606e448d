import { ArrowDownWideNarrow, ArrowUpNarrowWide } from 'lucide-react'
import type { DataColumn, Sort } from '@/components/ui/dataTable/types'
import { IconButton } from '@/components/ui/IconButton'
import { Select } from '@/components/ui/Select'
import { useI18n } from '@/i18n/I18nProvider'
import type { RunRow } from '../runRow'

interface SortChoiceProps {
  columns: readonly DataColumn<RunRow>[]
  sort: Sort
  onChange: (sort: Sort) => void
}

/** The order of cards, which have no header to click on. */
export function SortChoice({ columns, sort, onChange }: SortChoiceProps) {
  const { t } = useI18n()
  const sortable = columns.filter(({ sortBy }) => sortBy !== undefined)
  return (
    <div className="flex items-end gap-1">
      <Select
        label={t.runsTable.sortBy}
        hideLabel
        value={sort.column}
        options={sortable.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(column) => {
          const chosen = sortable.find(({ id }) => id === column)
          onChange({ column, descending: chosen?.descendingFirst ?? false })
        }}
      />
      <IconButton
        label={sort.descending ? t.runsTable.descending : t.runsTable.ascending}
        icon={sort.descending ? ArrowDownWideNarrow : ArrowUpNarrowWide}
        onClick={() => onChange({ ...sort, descending: !sort.descending })}
      />
    </div>
  )
}
