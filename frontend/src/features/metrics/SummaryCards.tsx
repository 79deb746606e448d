import { Link } from '@tanstack/react-router'
import { Card } from '@/components/ui/Card'
import { Stat, Stats } from '@/components/ui/Stat'
import { useI18n } from '@/i18n/I18nProvider'
import { isError, isInUnits } from '@/lib/scores'
import { bestOf, type Choice, type Scored, totalsOf } from './scored'

/** The runs of a choice in a few numbers. */
export function SummaryCards({ choice, scored }: { choice: Choice; scored: readonly Scored[] }) {
  const { t, format } = useI18n()
  const { metric } = choice
  const name = t.runs.metrics[metric] ?? metric
  const totals = totalsOf(scored, metric)
  const best = bestOf(scored, metric)
  // Errors of different targets are in different units: neither their average nor the least of them says anything.
  const mixed =
    isInUnits(metric) && new Set(scored.map(({ run }) => `${run.dataset_name}\n${run.target}`)).size > 1
  const direction = isError(metric) ? t.metrics.lessIsBetter : t.metrics.moreIsBetter
  return (
    <Card title={t.metrics.summary}>
      <Stats>
        <Stat
          label={t.metrics.best(name)}
          value={best && !mixed ? format.score(best.value) : '–'}
          detail={mixed ? t.metrics.unitsDiffer : best && <BestLink best={best} />}
        />
        <Stat
          label={t.metrics.mean(name)}
          value={totals.mean === undefined || mixed ? '–' : format.score(totals.mean)}
          detail={direction}
        />
        <Stat
          label={t.metrics.beatBaseline}
          value={
            totals.withBaseline === 0
              ? '–'
              : t.metrics.ofThose(format.whole(totals.beatBaseline), format.whole(totals.withBaseline))
          }
          detail={totals.withBaseline === 0 ? t.metrics.noBaseline : <Share {...totals} />}
        />
        <Stat label={t.metrics.runs} value={format.whole(totals.count)} />
        <Stat
          label={t.metrics.cost}
          value={format.price(totals.cost)}
          detail={totals.count > 0 && t.metrics.costEach(format.price(totals.cost / totals.count))}
        />
      </Stats>
    </Card>
  )
}

function BestLink({ best: { run } }: { best: Scored }) {
  const { t } = useI18n()
  return (
    <Link to="/training/$id" params={{ id: run.id }} className="break-words text-action underline">
      {t.metrics.bestIs(t.runs.models[run.model_type] ?? run.model_type, run.dataset_name)}
    </Link>
  )
}

function Share({ beatBaseline, withBaseline }: { beatBaseline: number; withBaseline: number }) {
  return (
    <span aria-hidden="true" className="mt-1 block h-1.5 overflow-hidden rounded-full bg-sunken">
      <span
        className="block h-full rounded-full bg-good"
        style={{ width: `${(beatBaseline / withBaseline) * 100}%` }}
      />
    </span>
  )
}
