import type { Task } from '@/lib/scores'

/** What the address says about a training that is being prepared. What is absent has its default. */
export interface DraftSearch {
  dataset?: string
  target?: string
  task?: Task
  model?: string
  mode?: 'light'
  metric?: string
  test?: string
  folds?: string
  seed?: string
  /** Only these columns are learnt from; without it all are. */
  include?: string[]
  exclude?: string[]
  /** Hyperparameters as they were typed. */
  with?: Record<string, string>
}

/** What is to be different; undefined goes back to the default. */
export type DraftChange = { [Name in keyof DraftSearch]?: DraftSearch[Name] | undefined }

/** The address after a change. */
export function changedDraft(search: DraftSearch, change: DraftChange): DraftSearch {
  return readDraft({ ...search, ...change })
}

const TEXTS = ['dataset', 'target', 'model', 'metric', 'test', 'folds', 'seed'] as const

/** Reads an address; what makes no sense is left out. */
export function readDraft(search: Record<string, unknown>): DraftSearch {
  const draft: DraftSearch = {}
  for (const name of TEXTS) {
    const value = search[name]
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') draft[name] = String(value)
  }
  if (search.task === 'classification' || search.task === 'regression') draft.task = search.task
  if (search.mode === 'light') draft.mode = 'light'
  for (const name of ['include', 'exclude'] as const) {
    const value = search[name]
    if (Array.isArray(value)) draft[name] = value.map(String)
  }
  if (typeof search.with === 'object' && search.with !== null && !Array.isArray(search.with)) {
    draft.with = Object.fromEntries(Object.entries(search.with).map(([name, value]) => [name, String(value)]))
  }
  return draft
}
