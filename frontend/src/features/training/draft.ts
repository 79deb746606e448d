import { curlOf } from '@/lib/curl'
import { METRICS, type Task } from '@/lib/scores'
import type { DraftSearch } from './draftSearch'
import { FAMILIES, type Parameter, parametersOf } from './families'

/** What a column says about itself, as far as a target needs it. */
export interface TargetColumn {
  name: string
  kind: string
  unique: number
}

/** A numeric target with more distinct values than this is a regression; the engine's rule. */
const MOST_CLASSES = 20

/** What predicting a column would be. */
export function guessTask(column: TargetColumn): Task {
  const numeric = column.kind === 'numeric' || column.kind === 'id'
  return numeric && column.unique > MOST_CLASSES ? 'regression' : 'classification'
}

/** A training with every choice made. */
export interface Draft {
  target: string
  task: Task
  model: string
  mode: 'light' | 'heavy'
  metric: string
}

/** Fills in what the address does not say, and leaves out what does not go together. */
export function resolveDraft(
  search: DraftSearch,
  columns: readonly TargetColumn[],
  suggestion: string | undefined,
): Draft {
  const last = columns[columns.length - 1]
  const find = (name: string | undefined) => columns.find((column) => column.name === name)
  const target = find(search.target) ?? find(suggestion) ?? last
  const task = search.task ?? (target ? guessTask(target) : 'classification')
  const mode = search.mode ?? 'heavy'
  const fits = FAMILIES.some(({ type, tasks }) => type === search.model && tasks.includes(task))
  const metrics = METRICS[task]
  return {
    target: target?.name ?? '',
    task,
    mode,
    model: mode === 'light' ? 'baseline' : fits && search.model ? search.model : 'auto',
    metric: metrics.find((metric) => metric === search.metric) ?? metrics[0] ?? '',
  }
}

/** The parameters of the job, with nothing in them that is the default anyway. */
export function parametersOfDraft(
  datasetId: string,
  draft: Draft,
  search: DraftSearch,
): { dataset_id: string } & Record<string, unknown> {
  const known = draft.mode === 'light' ? [] : parametersOf(draft.model, draft.task)
  const given = known.flatMap((parameter) => {
    const text = search.with?.[parameter.name]?.trim()
    return text && text !== parameter.usual ? [[parameter.name, asJson(parameter, text)] as const] : []
  })
  const number = (name: string, text: string | undefined) => (text ? { [name]: numberOr(text) } : {})
  return {
    dataset_id: datasetId,
    target: draft.target,
    task: draft.task,
    ...(draft.mode === 'light' ? { mode: 'light' } : { model_type: draft.model }),
    metric: draft.metric,
    ...(given.length > 0 && { hyperparameters: Object.fromEntries(given) }),
    ...number('test_fraction', search.test),
    ...number('folds', search.folds),
    ...number('seed', search.seed),
    ...featuresOf(search, draft.target),
  }
}

/** Which columns may be learnt from, if not all. The target never is one, whatever it was before. */
function featuresOf({ include, exclude = [] }: DraftSearch, target: string) {
  const features = {
    ...(include && { include: include.filter((name) => name !== target) }),
    ...(exclude.length > 0 && { exclude }),
  }
  return Object.keys(features).length > 0 && { features }
}

/** A typed value as JSON. What is no number is sent as it is, and the API says what would be right. */
function asJson({ kind }: Parameter, text: string): unknown {
  switch (kind.is) {
    case 'flag':
      return text === 'true'
    case 'choice':
      return text === 'none' ? null : text
    default:
      return text === 'none' ? null : numberOr(text)
  }
}

function numberOr(text: string): number | string {
  const number = Number(text.replace(',', '.'))
  return Number.isFinite(number) ? number : text
}

/** The call that starts the training, for a shell. */
export function trainingCall(origin: string, parameters: object): string {
  return curlOf(`${origin}/api/jobs`, { job_type: 'TRAIN', parameters })
}
