import { IntervalStrip } from '@/charts/IntervalStrip'
import { markAt } from '@/charts/marks'
import { useI18n } from '@/i18n/I18nProvider'
import { type ExampleRun, example } from './example'

/** Accuracies from a coin's to a perfect one's have room. */
const DOMAIN: [number, number] = [0.4, 1]

/** Two models beside the baseline, with their intervals, and what may be said of them. */
export function Proof() {
  const { t } = useI18n()
  return (
    <div className="grid gap-6">
      <ul className="grid gap-6">
        {(['search', 'threshold'] as const).map((which, index) => (
          <Line
            key={which}
            run={example[which]}
            name={t.home.proof.runs[which](example[which].importance.length, example[which].trials.length)}
            mark={markAt(index)}
          />
        ))}
      </ul>
      <p className="text-muted text-sm">{t.home.proof.legend}</p>
    </div>
  )
}

function Line({ run, name, mark }: { run: ExampleRun; name: string; mark: ReturnType<typeof markAt> }) {
  const { t, format } = useI18n()
  const interval = `${format.score(run.interval.low)} – ${format.score(run.interval.high)}`
  return (
    <li className="grid gap-1.5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">{name}</span>
        <span className="font-mono">
          {format.score(run.accuracy)} <span className="text-muted text-sm">{interval}</span>
        </span>
      </p>
      <IntervalStrip
        words={t.overview.strip(
          t.runs.metrics.accuracy ?? '',
          format.score(run.accuracy),
          interval,
          format.score(run.baseline),
        )}
        value={run.accuracy}
        mark={mark}
        interval={run.interval}
        baseline={run.baseline}
        domain={DOMAIN}
      />
      <p className="text-sm">{verdictOf(run, t.home.proof.verdicts)}</p>
    </li>
  )
}

interface Verdicts {
  clear: string
  notRunnerUp: string
  none: string
}

/** What may be said of a model, and no more. */
function verdictOf({ verdict }: ExampleRun, texts: Verdicts): string {
  if (!verdict.baseline.better) return texts.none
  return verdict.runner_up && !verdict.runner_up.better ? texts.notRunnerUp : texts.clear
}
