import type { ReactNode } from 'react'
import type { DataColumn } from '@/components/ui/dataTable/types'
import { Moment } from '@/components/ui/Moment'
import type { Messages } from '@/i18n/en'
import type { Format } from '@/i18n/format'
import { isError } from '@/lib/scores'
import { goodness, skillOf, sureEnd } from '../mainScore'
import { parametersOf } from '../parameters'
import { RunSpark } from '../RunSpark'
import { metricOf, type RunRow } from '../runRow'
import { metricOfColumn, parameterOfColumn, type StandardColumn } from './columnIds'
import { RowDelta } from './RowDelta'
import { StatusMark } from './StatusMark'

export interface ColumnContext {
  t: Messages
  format: Format
  /** Names the row: mark, link to the run, pin. */
  renderName: (row: RunRow) => ReactNode
  /** The run that the others are compared with. */
  pinned: RunRow | undefined
}

type Column = DataColumn<RunRow>

/** Where a training without a run says why. */
const CAUSE_COLUMNS = ['spark', 'score', 'interval']

/** The columns of a list of ids; those that make no sense are left out. */
export function columnsOf(ids: readonly string[], context: ColumnContext): Column[] {
  const columns = ids.flatMap((id) => columnOf(id, context) ?? [])
  return columns.map((column, index) => {
    const [before] = columns.slice(0, index).slice(-1)
    const joins = CAUSE_COLUMNS.includes(column.id) && before && CAUSE_COLUMNS.includes(before.id)
    return joins ? { ...column, joins: (row: RunRow) => row.cause !== undefined } : column
  })
}

function columnOf(id: string, context: ColumnContext): Column | undefined {
  const { t, format } = context
  const metric = metricOfColumn(id)
  if (metric) {
    return {
      id,
      title: t.runs.metrics[metric] ?? metric,
      width: 96,
      numeric: true,
      descendingFirst: !isError(metric),
      sortBy: (row) => metricOf(row, metric),
      render: (row) => numberOrNothing(metricOf(row, metric), format.score),
    }
  }
  const parameter = parameterOfColumn(id)
  if (parameter) return parameterColumn(id, parameter)
  return STANDARD[id as StandardColumn]?.(context)
}

function parameterColumn(id: string, name: string): Column {
  const read = (row: RunRow) => row.run && parametersOf(row.run).get(name)
  return {
    id,
    title: name,
    width: 120,
    sortBy: (row) => {
      const value = read(row)
      return typeof value === 'boolean' ? String(value) : (value ?? undefined)
    },
    render: (row) => <span className="font-mono">{String(read(row) ?? '–')}</span>,
  }
}

const STANDARD: Record<StandardColumn, (context: ColumnContext) => Column> = {
  model: ({ t, renderName }) => ({
    id: 'model',
    title: t.runs.model,
    width: 166,
    grows: true,
    rowHeader: true,
    sortBy: (row) => row.model,
    render: renderName,
  }),
  dataset: ({ t }) => ({
    id: 'dataset',
    title: t.runs.dataset,
    width: 120,
    grows: true,
    sortBy: (row) => row.dataset,
    render: (row) => (
      <span title={row.dataset}>
        {row.dataset} <span className="text-muted">{t.runsTable.versionShort(row.version)}</span>
      </span>
    ),
  }),
  target: ({ t }) => ({
    id: 'target',
    title: t.runsTable.target,
    width: 76,
    sortBy: (row) => row.target,
    render: (row) => <span title={row.target}>{row.target}</span>,
  }),
  status: ({ t }) => ({
    id: 'status',
    title: t.runsTable.status,
    width: 104,
    sortBy: (row) => row.status,
    render: (row) => <StatusMark row={row} />,
  }),
  spark: ({ t }) => ({
    id: 'spark',
    title: t.runsTable.spark,
    width: 106,
    descendingFirst: true,
    sortBy: (row) => skillOf(row.score),
    render: (row) => (row.score ? <RunSpark id={row.id} score={row.score} /> : <Cause row={row} />),
  }),
  score: ({ t, format, pinned }) => ({
    id: 'score',
    title: pinned ? t.runsTable.scorePinned : t.runs.score,
    width: 140,
    numeric: true,
    descendingFirst: true,
    sortBy: (row) => row.score && goodness(row.score.metric, row.score.value),
    render: (row) =>
      row.score ? (
        <span className="flex items-center justify-end gap-2">
          <RowDelta row={row} pinned={pinned} />
          <span title={t.runs.metrics[row.score.metric] ?? row.score.metric} className="font-semibold">
            {format.score(row.score.value)}
          </span>
        </span>
      ) : (
        <Cause row={row} />
      ),
  }),
  interval: ({ t, format }) => ({
    id: 'interval',
    title: t.runs.intervalShort,
    width: 118,
    numeric: true,
    descendingFirst: true,
    sortBy: (row) => sureEnd(row.score),
    render: (row) =>
      row.score?.interval ? (
        <span title={t.runs.interval(format.percent(row.score.interval.level))} className="text-muted">
          {format.score(row.score.interval.low)}–{format.score(row.score.interval.high)}
        </span>
      ) : (
        <Cause row={row} />
      ),
  }),
  cost: ({ t, format }) => ({
    id: 'cost',
    title: t.runs.cost,
    width: 108,
    numeric: true,
    sortBy: (row) => row.cost,
    render: (row) => numberOrNothing(row.cost, format.price),
  }),
  duration: ({ t, format }) => ({
    id: 'duration',
    title: t.runs.duration,
    width: 84,
    numeric: true,
    sortBy: (row) => row.duration,
    render: (row) => numberOrNothing(row.duration, format.duration),
  }),
  created: ({ t }) => ({
    id: 'created',
    title: t.runsTable.created,
    width: 106,
    descendingFirst: true,
    sortBy: (row) => row.created,
    render: (row) => <Moment iso={row.createdAt} />,
  }),
  task: ({ t }) => ({
    id: 'task',
    title: t.runsTable.task,
    width: 112,
    sortBy: (row) => row.task,
    render: (row) => t.runsTable.tasks[row.task] ?? row.task,
  }),
  version: ({ t, format }) => ({
    id: 'version',
    title: t.runsTable.version,
    width: 84,
    numeric: true,
    sortBy: (row) => row.version,
    render: (row) => format.whole(row.version),
  }),
  mode: ({ t }) => ({
    id: 'mode',
    title: t.runsTable.mode,
    width: 84,
    sortBy: (row) => row.run?.mode_used,
    render: (row) => (row.run ? (t.runsTable.modes[row.run.mode_used] ?? row.run.mode_used) : '–'),
  }),
}

function numberOrNothing(value: number | undefined, write: (value: number) => string): string {
  return value === undefined ? '–' : write(value)
}

function Cause({ row }: { row: RunRow }) {
  if (row.cause === undefined) return '–'
  return (
    <span lang="en" title={row.cause} className="text-muted">
      {row.cause}
    </span>
  )
}
