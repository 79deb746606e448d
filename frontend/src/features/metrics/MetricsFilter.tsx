import { Segmented } from '@/components/ui/Segmented'
import { Select } from '@/components/ui/Select'
import { TextField } from '@/components/ui/TextField'
import { useI18n } from '@/i18n/I18nProvider'
import { METRICS } from '@/lib/scores'
import { PeriodBrush } from './PeriodBrush'
import type { Choice, Subject } from './scored'
import { type MetricsChange, type MetricsSearch, PERIODS } from './search'

interface MetricsFilterProps {
  search: MetricsSearch
  choice: Choice
  subjects: readonly Subject[]
  /** When the trainings finished that the rest of the choice leaves. */
  times: readonly number[]
  onChange: (change: MetricsChange) => void
}

const TASKS = ['classification', 'regression'] as const

/** Which runs are looked at, and by which score. */
export function MetricsFilter({ search, choice, subjects, times, onChange }: MetricsFilterProps) {
  const { t } = useI18n()
  const tasks = TASKS.filter((task) => subjects.some((subject) => subject.task === task))
  return (
    <section
      aria-label={t.metrics.filters}
      className="flex flex-wrap items-end gap-x-6 gap-y-4 rounded-xl border border-line bg-surface p-4 sm:p-5 print:hidden"
    >
      {tasks.length > 1 && (
        <Named label={t.metrics.task}>
          <Segmented
            label={t.metrics.task}
            value={choice.task}
            options={tasks.map((value) => ({ value, label: t.newTraining[value] }))}
            onChange={(task) => onChange({ task, metric: undefined, dataset: undefined, target: undefined })}
          />
        </Named>
      )}
      <div className="w-full min-w-0 sm:w-72">
        <SubjectSelect choice={choice} subjects={subjects} onChange={onChange} />
      </div>
      <Named label={t.metrics.metric}>
        <Segmented
          label={t.metrics.metric}
          value={choice.metric}
          options={METRICS[choice.task].map((value) => ({ value, label: t.runs.metrics[value] ?? value }))}
          onChange={(metric) => onChange({ metric, task: choice.task })}
        />
      </Named>
      <PeriodChoice search={search} onChange={onChange} />
      <PeriodBrush times={times} choice={choice} onChange={onChange} />
    </section>
  )
}

function SubjectSelect({
  choice,
  subjects,
  onChange,
}: Pick<MetricsFilterProps, 'choice' | 'subjects' | 'onChange'>) {
  const { t } = useI18n()
  const fitting = subjects.filter(({ task }) => task === choice.task)
  const keyOf = ({ dataset, target }: Subject) => JSON.stringify([dataset, target])
  return (
    <Select
      label={t.metrics.subject}
      value={choice.subject ? keyOf(choice.subject) : ''}
      options={[
        { value: '', label: t.metrics.everything },
        ...fitting.map((subject) => ({
          value: keyOf(subject),
          label: t.metrics.predicts(subject.dataset, subject.target),
          detail: t.metrics.trainings(subject.runs),
        })),
      ]}
      onChange={(key) => {
        const subject = fitting.find((one) => keyOf(one) === key)
        onChange({ dataset: subject?.dataset, target: subject?.target, task: choice.task })
      }}
    />
  )
}

function PeriodChoice({ search, onChange }: Pick<MetricsFilterProps, 'search' | 'onChange'>) {
  const { t } = useI18n()
  const own = search.from !== undefined || search.to !== undefined
  return (
    <div className="flex flex-wrap items-end gap-x-3 gap-y-4">
      <Named label={t.metrics.period}>
        <Segmented<keyof typeof t.metrics.periods | 'own'>
          label={t.metrics.period}
          value={own ? 'own' : (search.period ?? 'all')}
          options={([...PERIODS, 'all'] as const).map((value) => ({
            value,
            label: t.metrics.periods[value],
          }))}
          onChange={(value) => {
            const period = PERIODS.find((one) => one === value)
            onChange({ period, from: undefined, to: undefined })
          }}
        />
      </Named>
      {(['from', 'to'] as const).map((end) => (
        <div key={end} className="w-38">
          <TextField
            label={t.metrics[end]}
            type="date"
            value={search[end] ?? ''}
            min={end === 'to' ? search.from : undefined}
            max={end === 'from' ? search.to : undefined}
            onChange={({ target }) => onChange({ [end]: target.value || undefined, period: undefined })}
          />
        </div>
      ))}
    </div>
  )
}

/** A name over a group that names itself for those who listen. */
function Named(props: { label: string; children: React.ReactNode }) {
  return (
    <div className="grid min-w-0 gap-1">
      <span aria-hidden="true" className="font-medium">
        {props.label}
      </span>
      <span className="flex min-h-9 items-center">{props.children}</span>
    </div>
  )
}
