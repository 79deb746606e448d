import { Link } from '@tanstack/react-router'
import { GitCompareArrows, Pin, Play, Target } from 'lucide-react'
import { Button, buttonClass } from '@/components/ui/Button'
import { Menu, MenuItem } from '@/components/ui/Menu'
import { useArtifact } from '@/features/artifacts/api'
import { useRuns } from '@/features/runs/api'
import type { RunWithReport } from '@/features/runs/detail'
import { mainScore } from '@/features/runs/mainScore'
import { pinnedAbove } from '@/features/runs/table/pinnedAbove'
import { draftOf } from '@/features/training/draftOf'
import { useI18n } from '@/i18n/I18nProvider'

/** How many others are offered; the list of trainings has them all. */
const OFFERED = 8

/** What can be done with a run. A model that has been deleted predicts nothing any more. */
export function RunActions({ run, report }: RunWithReport) {
  const { t } = useI18n()
  const artifact = useArtifact(run.artifact_id)
  return (
    <span className="flex flex-wrap items-center gap-2 print:hidden">
      <CompareMenu run={run} />
      <Link to="/training" search={pinnedAbove(run)} className={buttonClass('plain')}>
        <Pin aria-hidden="true" />
        {t.run.asBaseline}
      </Link>
      <Link
        to="/training/new"
        search={draftOf(run.dataset_id, report.parameters)}
        className={buttonClass('plain')}
      >
        <Play aria-hidden="true" />
        {t.run.again}
      </Link>
      {artifact.data && (
        <Link to="/artifacts/$id/predict" params={{ id: run.artifact_id }} className={buttonClass('primary')}>
          <Target aria-hidden="true" />
          {t.artifacts.predict}
        </Link>
      )}
    </span>
  )
}

/** Other runs that predict the same in the same data, newest first: chosen, they are set against this one. */
function CompareMenu({ run }: Pick<RunWithReport, 'run'>) {
  const { t, format } = useI18n()
  const others = (useRuns().data ?? []).filter(
    ({ id, dataset_name, target }) =>
      id !== run.id && dataset_name === run.dataset_name && target === run.target,
  )
  if (others.length === 0) return null
  return (
    <Menu
      trigger={
        <Button>
          <GitCompareArrows aria-hidden="true" />
          {t.run.compareWith}
        </Button>
      }
    >
      {others.slice(0, OFFERED).map((other) => {
        const score = mainScore(other)
        return (
          <MenuItem key={other.id} link={<Link to="/compare" search={{ runs: `${run.id},${other.id}` }} />}>
            <span className="flex-1">{t.runs.models[other.model_type] ?? other.model_type}</span>
            <span className="pl-4 font-mono text-muted text-sm">{score && format.score(score.value)}</span>
          </MenuItem>
        )
      })}
    </Menu>
  )
}
