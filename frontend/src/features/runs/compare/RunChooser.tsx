import { useMemo, useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Dialog } from '@/components/ui/Dialog'
import { DataTable } from '@/components/ui/dataTable/DataTable'
import type { Sort } from '@/components/ui/dataTable/types'
import { Failure } from '@/components/ui/Failure'
import { SkeletonRows } from '@/components/ui/Skeleton'
import { Switch } from '@/components/ui/Switch'
import { useI18n } from '@/i18n/I18nProvider'
import { useWide } from '@/lib/useWide'
import { type Run, useRuns, useRunsExtent } from '../api'
import type { EndedJob, RunRow } from '../runRow'
import { FilterBox } from '../table/FilterBox'
import { TableCount } from '../table/TableCount'
import { useFiltered } from '../table/useFiltered'
import { useRunRows } from '../table/useRunRows'
import { chosenInOrder, isLike } from './choice'
import { chooserColumns } from './chooserColumns'
import { detailsAmong } from './labels'
import { MOST_COMPARED } from './search'

interface RunChooserProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Ids of the runs that are compared. */
  chosen: readonly string[]
  onChoose: (ids: readonly string[]) => void
}

/** A window in which runs are found and ticked, those that are compared already among them. */
export function RunChooser({ open, onOpenChange, chosen, onChoose }: RunChooserProps) {
  const { t } = useI18n()
  const runs = useRuns()
  return (
    <Dialog title={t.compare.chooser} widest open={open} onOpenChange={onOpenChange}>
      {runs.isError && <Failure error={runs.error} onRetry={() => void runs.refetch()} />}
      <Choice runs={runs.data} chosen={chosen} onChoose={onChoose} />
    </Dialog>
  )
}

const NO_RUNS: readonly Run[] = []
const NO_JOBS: readonly EndedJob[] = []
interface ChoiceProps extends Pick<RunChooserProps, 'chosen' | 'onChoose'> {
  /** What has been read, if anything has. */
  runs: readonly Run[] | undefined
}

function Choice({ runs = NO_RUNS, chosen, onChoose }: ChoiceProps) {
  const { t, format } = useI18n()
  const wide = useWide()
  const extent = useRunsExtent()
  const [text, setText] = useState('')
  const [likeOnly, setLikeOnly] = useState(true)
  const [sort, setSort] = useState<Sort>()
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => new Set(chosen))
  const rows = useRunRows(runs, NO_JOBS)
  const first = useMemo(() => rows.find(({ id }) => id === chosen[0]), [rows, chosen])
  const offered = useMemo(
    () => (first && likeOnly ? rows.filter((row) => isLike(row, first)) : rows),
    [rows, first, likeOnly],
  )
  const found = useFiltered(offered, runs, text)
  const columns = useMemo(() => {
    const details = detailsAmong(offered.flatMap(({ run }) => run ?? []))
    return chooserColumns({ t, format, details, wide, sameData: first !== undefined && likeOnly })
  }, [offered, first, likeOnly, wide, t, format])
  const few = selected.size < 2
  const many = selected.size > MOST_COMPARED
  return (
    <div className="grid min-w-0 gap-3">
      <FilterBox text={text} onChange={setText} keys={found.keys} rows={offered} problems={found.problems} />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <TableCount shown={found.rows.length} all={offered.length} extent={extent} />
        {first && <Switch label={t.compare.likeOnly} checked={likeOnly} onChange={setLikeOnly} />}
      </div>
      {runs === NO_RUNS && extent === 'growing' ? (
        <SkeletonRows rows={6} />
      ) : (
        <DataTable
          label={t.compare.choosable}
          rows={found.rows}
          keyOf={keyOf}
          columns={columns}
          sort={sort}
          onSortChange={setSort}
          selection={{
            selected,
            onChange: setSelected,
            labelOf: (row) => t.runsTable.select(row.model, format.moment(row.createdAt)),
            allLabel: t.runsTable.selectAll,
          }}
          density="comfortable"
          className="h-[min(26rem,45dvh)]"
        />
      )}
      <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2">
        <p role="status" className="text-muted text-sm">
          {few && t.runsTable.compareLess}
          {many && t.runsTable.compareMore(MOST_COMPARED)}
          {!few && !many && t.runsTable.selected(selected.size)}
        </p>
        <Button
          kind="primary"
          disabled={few || many}
          onClick={() => onChoose(chosenInOrder(chosen, selected))}
        >
          {t.runsTable.compare}
        </Button>
      </div>
    </div>
  )
}

const keyOf = (row: RunRow) => row.id
