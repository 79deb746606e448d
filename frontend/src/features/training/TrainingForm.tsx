import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { English } from '@/components/ui/English'
import { Segmented } from '@/components/ui/Segmented'
import { Select } from '@/components/ui/Select'
import { TextField } from '@/components/ui/TextField'
import { useI18n } from '@/i18n/I18nProvider'
import { METRICS, type Task } from '@/lib/scores'
import { ColumnChoice } from './ColumnChoice'
import type { Draft } from './draft'
import type { DraftChange, DraftSearch } from './draftSearch'
import { FieldError } from './FieldError'
import { parametersOf } from './families'
import { ModelChoice } from './ModelChoice'
import { ParameterField } from './ParameterField'

export interface FormColumn {
  name: string
  kind: string
  unique: number
}

interface FormProps {
  columns: readonly FormColumn[]
  draft: Draft
  search: DraftSearch
  onChange: (change: DraftChange) => void
  /** What the API said about the value at a pointer below `/parameters`. */
  errorAt: (pointer: string) => string | undefined
}

/** What is predicted, and what predicting it is. */
export function TargetFields(props: FormProps & { reason: string | undefined }) {
  const { t } = useI18n()
  const { columns, draft, onChange, errorAt } = props
  const kinds = t.dataset.kinds as Record<string, string>
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div className="grid content-start gap-1">
        <Select
          label={t.newTraining.target}
          value={draft.target}
          options={columns.map(({ name, kind, unique }) => ({
            value: name,
            label: name,
            detail: `${kinds[kind] ?? kind} · ${t.newTraining.values(unique)}`,
          }))}
          onChange={(target) => onChange({ target, task: undefined })}
        />
        {props.reason && (
          <p className="text-muted text-sm">
            {t.newTraining.suggested} <English>{props.reason}</English>
          </p>
        )}
        <FieldError detail={errorAt('/target')} />
      </div>
      <div className="grid content-start justify-items-start gap-1">
        <span className="font-medium">{t.newTraining.task}</span>
        <Segmented<Task>
          label={t.newTraining.task}
          value={draft.task}
          options={[
            { value: 'classification', label: t.newTraining.classification },
            { value: 'regression', label: t.newTraining.regression },
          ]}
          onChange={(task) => onChange({ task })}
        />
        <p className="text-muted text-sm">{t.newTraining.taskHints[draft.task]}</p>
        <FieldError detail={errorAt('/task')} />
      </div>
    </div>
  )
}

/** Which model, how thoroughly, and by which score it is judged. */
export function ModelFields(props: FormProps) {
  const { t } = useI18n()
  const { draft, onChange, errorAt } = props
  const metricNames = t.runs.metrics as Record<string, string>
  return (
    <div className="grid gap-5">
      <div className="grid gap-4 sm:grid-cols-2">
        <div className="grid content-start justify-items-start gap-1">
          <span className="font-medium">{t.newTraining.mode}</span>
          <Segmented
            label={t.newTraining.mode}
            value={draft.mode}
            options={[
              { value: 'heavy', label: t.newTraining.heavy },
              { value: 'light', label: t.newTraining.light },
            ]}
            onChange={(mode) => onChange({ mode: mode === 'light' ? 'light' : undefined })}
          />
          <p className="text-muted text-sm">{t.newTraining.modeHints[draft.mode]}</p>
          <FieldError detail={errorAt('/mode')} />
        </div>
        <div className="grid content-start gap-1">
          <Select
            label={t.newTraining.metric}
            value={draft.metric}
            options={METRICS[draft.task].map((metric) => ({
              value: metric,
              label: metricNames[metric] ?? metric,
            }))}
            onChange={(metric) => onChange({ metric })}
          />
          <p className="text-muted text-sm">{t.newTraining.metricHint}</p>
          <FieldError detail={errorAt('/metric')} />
        </div>
      </div>
      {draft.mode === 'heavy' && (
        <>
          <ModelChoice task={draft.task} value={draft.model} onChange={(model) => onChange({ model })} />
          <FieldError detail={errorAt('/model_type')} />
          <Hyperparameters {...props} />
        </>
      )}
      <Protocol {...props} />
    </div>
  )
}

function Hyperparameters({ draft, search, onChange, errorAt }: FormProps) {
  const { t } = useI18n()
  const parameters = parametersOf(draft.model, draft.task)
  const shown = parameters.filter(({ advanced }) => !advanced)
  const folded = parameters.filter(({ advanced }) => advanced)
  const field = (parameter: (typeof parameters)[number]) => (
    <ParameterField
      key={`${draft.model} ${parameter.name}`}
      parameter={parameter}
      value={search.with?.[parameter.name] ?? ''}
      error={errorAt(`/hyperparameters/${parameter.name}`)}
      onChange={(value) => onChange({ with: { ...search.with, [parameter.name]: value } })}
    />
  )
  const wrong = folded.some(({ name }) => errorAt(`/hyperparameters/${name}`))
  return (
    <>
      {shown.length > 0 && <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">{shown.map(field)}</div>}
      {folded.length > 0 && (
        <Folded title={t.newTraining.moreParameters} open={wrong}>
          <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">{folded.map(field)}</div>
        </Folded>
      )}
    </>
  )
}

/** How the score is measured, and what may be learnt from. */
function Protocol({ columns, draft, search, onChange, errorAt }: FormProps) {
  const { t } = useI18n()
  const text = (name: 'test' | 'folds' | 'seed', label: string, pointer: string, usual: string) => {
    const error = errorAt(pointer)
    return (
      <TextField
        label={label}
        value={search[name] ?? ''}
        placeholder={usual}
        error={error && <English>{error}</English>}
        inputMode="decimal"
        autoComplete="off"
        onChange={(event) => onChange({ [name]: event.target.value || undefined })}
      />
    )
  }
  const wrong = ['/test_fraction', '/folds', '/seed', '/features'].some(errorAt)
  return (
    <Folded
      title={t.newTraining.protocol}
      open={wrong || search.include !== undefined || (search.exclude?.length ?? 0) > 0}
    >
      <div className="grid gap-4">
        <div className="grid gap-4 sm:grid-cols-3">
          {text('test', t.newTraining.testFraction, '/test_fraction', '0.25')}
          {text('folds', t.newTraining.folds, '/folds', '5')}
          {text('seed', t.newTraining.seed, '/seed', '42')}
        </div>
        <ColumnChoice
          columns={columns.map(({ name }) => name).filter((name) => name !== draft.target)}
          search={search}
          onChange={onChange}
        />
        <FieldError detail={errorAt('/features')} />
      </div>
    </Folded>
  )
}

function Folded(props: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details open={props.open} className="group/fold">
      <summary className="inline-flex min-h-7 cursor-pointer list-none items-center gap-1 rounded-md font-medium text-muted hover:text-ink">
        <ChevronRight
          aria-hidden="true"
          className="size-4 transition-transform duration-150 group-open/fold:rotate-90"
        />
        {props.title}
      </summary>
      <div className="pt-3">{props.children}</div>
    </details>
  )
}
