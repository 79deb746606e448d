import { markOf } from '@/charts/marks'
import { Swatch } from '@/charts/Swatch'
import type { DataColumn } from '@/components/ui/dataTable/types'
import type { Messages } from '@/i18n/en'
import type { Format } from '@/i18n/format'
import type { Run } from '../api'
import type { RunRow } from '../runRow'
import { columnsOf } from '../table/columns'

interface ChooserContext {
  t: Messages
  format: Format
  /** What tells a run from others of its family. */
  details: (run: Run) => string[]
  /** Whether the window has room for more than the name and the score. */
  wide: boolean
  /** Whether all runs are of the same data and target. */
  sameData: boolean
}

/** What a run is chosen by. */
export function chooserColumns({ t, format, details, wide, sameData }: ChooserContext): DataColumn<RunRow>[] {
  const name: DataColumn<RunRow> = {
    id: 'model',
    title: t.runs.model,
    width: 190,
    grows: true,
    rowHeader: true,
    sortBy: (row) => row.model,
    render: (row) => (
      <span className="flex items-center gap-2.5">
        <Swatch mark={markOf(row.id)} />
        <TwoLines first={row.model} second={row.run ? details(row.run).join(', ') : ''} />
      </span>
    ),
  }
  const data: DataColumn<RunRow> = {
    id: 'dataset',
    title: t.runs.dataset,
    width: 150,
    grows: true,
    sortBy: (row) => row.dataset,
    render: (row) => (
      <TwoLines
        first={`${row.dataset} ${t.runsTable.versionShort(row.version)}`}
        second={`→ ${row.target}`}
      />
    ),
  }
  const [score, created] = columnsOf(['score', 'created'], {
    t,
    format,
    renderName: (row) => row.model,
    pinned: undefined,
  })
  const bare = score && {
    ...score,
    width: 84,
    render: (row: RunRow) => (row.score ? format.score(row.score.value) : '–'),
  }
  return [name, ...(sameData ? [] : [data]), ...(wide ? [score, created] : [bare])].flatMap(
    (one) => one ?? [],
  )
}

/** A name, and below it what tells it from others. */
function TwoLines({ first, second }: { first: string; second: string }) {
  return (
    <span className="grid min-w-0 leading-4" title={second ? `${first}, ${second}` : first}>
      <span className="truncate">{first}</span>
      {second && <span className="truncate font-normal text-muted text-xs leading-4">{second}</span>}
    </span>
  )
}
