import type { ReactNode } from 'react'
import { Moment } from '@/components/ui/Moment'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import { RunSpark } from '../RunSpark'
import type { RunRow } from '../runRow'
import { RowDelta } from './RowDelta'
import { StatusMark } from './StatusMark'

interface RunCardProps {
  row: RunRow
  pinned: RunRow | undefined
  selected: boolean
  onToggle: (row: RunRow) => void
  /** The run's name with what belongs to it. */
  name: ReactNode
}

/** A training where a table has no room. */
export function RunCard({ row, pinned, selected, onToggle, name }: RunCardProps) {
  const { t, format } = useI18n()
  const { score } = row
  return (
    <article
      className={cx(
        'grid gap-2 rounded-xl border bg-surface p-3',
        row === pinned ? 'border-action' : 'border-line',
      )}
    >
      <div className="flex items-center gap-2">
        {row.run && (
          <label className="-my-1 -ml-1 grid size-8 place-items-center">
            <input
              type="checkbox"
              className="size-4 accent-action"
              aria-label={t.runsTable.select(row.model, format.moment(row.createdAt))}
              checked={selected}
              onChange={() => onToggle(row)}
            />
          </label>
        )}
        <div className="min-w-0 flex-1 font-medium">{name}</div>
      </div>
      <p className="break-words text-muted text-sm">
        {row.dataset} {t.runsTable.versionShort(row.version)} → {row.target}
      </p>
      {score ? (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-medium font-mono text-lg">{format.score(score.value)}</span>
          <span className="text-muted text-sm">{t.runs.metrics[score.metric] ?? score.metric}</span>
          <RowDelta row={row} pinned={pinned} />
          <span className="ml-auto w-28">
            <RunSpark id={row.id} score={score} />
          </span>
        </div>
      ) : (
        row.cause && (
          <p lang="en" className="break-words text-sm">
            {row.cause}
          </p>
        )
      )}
      <p className="flex flex-wrap items-center gap-x-3 text-muted text-xs">
        <StatusMark row={row} />
        {row.cost !== undefined && <span className="font-mono">{format.price(row.cost)}</span>}
        {row.duration !== undefined && <span className="font-mono">{format.duration(row.duration)}</span>}
        <Moment iso={row.createdAt} />
      </p>
    </article>
  )
}
