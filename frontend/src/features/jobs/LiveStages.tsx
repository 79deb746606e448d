import { Check, Circle, Loader } from 'lucide-react'
import { Progress } from '@/components/ui/Progress'
import { Stat, Stats } from '@/components/ui/Stat'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import { useElapsed } from '@/lib/useElapsed'
import { datasetNameOf, type Job } from './jobs'
import { type StageState, stageStates } from './stages'

const SIGNS = { done: Check, current: Loader, ahead: Circle }

/** A training under way: each of its stages, how far the current one is, and how long it all has taken. */
export function LiveStages({ job }: { job: Extract<Job, { job_type: 'TRAIN' }> }) {
  const { t } = useI18n()
  return (
    <div className="grid gap-6">
      <Stats>
        <Elapsed job={job} />
        {job.attempt > 1 && <Stat label={t.jobs.attempt} value={job.attempt} detail={t.jobs.attemptHint} />}
        <Stat label={t.jobs.costSoFar} value="–" detail={t.jobs.costLater} />
      </Stats>
      <ol aria-label={t.jobs.stagesLabel} className="grid gap-1">
        {stageStates(job).map((state) => (
          <StageLine key={state.stage} {...state} job={job} />
        ))}
      </ol>
    </div>
  )
}

function Elapsed({ job }: { job: Job }) {
  const { t, format } = useI18n()
  const waiting = job.started_at === null
  const elapsed = useElapsed(job.started_at ?? job.created_at, job.completed_at)
  const seconds = Math.floor(elapsed / 1_000) * 1_000
  return (
    <Stat
      label={waiting ? t.jobs.waitingFor : t.jobs.elapsed}
      value={format.duration(Math.max(seconds, 1_000))}
    />
  )
}

function StageLine({ stage, state, done, total, job }: StageState & { job: Job }) {
  const { t, format } = useI18n()
  const Sign = SIGNS[state]
  const units = done !== undefined && total !== undefined && total > 1
  return (
    <li
      aria-current={state === 'current' ? 'step' : undefined}
      className={cx(
        'grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1.5 rounded-lg px-3 py-2',
        state === 'current' && 'bg-info-soft',
        state === 'ahead' && 'text-muted',
      )}
    >
      <Sign
        aria-hidden="true"
        className={cx(
          'size-4',
          state === 'done' && 'text-good',
          state === 'current' && 'text-info motion-safe:animate-spin',
        )}
      />
      <span className={state === 'current' ? 'font-medium' : ''}>
        {t.jobs.stages[stage]}
        <span className="sr-only">: {t.jobs.stageStates[state]}</span>
      </span>
      {units && (
        <span className="font-mono text-sm">{t.jobs.units(format.whole(done), format.whole(total))}</span>
      )}
      {state === 'current' && (
        <span className="col-span-3">
          <Progress
            label={t.jobs.progressLabel(datasetNameOf(job))}
            done={done ?? 0}
            total={units ? total : 0}
          />
        </span>
      )}
    </li>
  )
}
