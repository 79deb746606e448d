import { storedValue } from '@/lib/storedValue'
import { type RunsSearch, readRunsSearch } from './search'

/** A way to look at the table, under a name. */
export interface SavedView {
  name: string
  search: RunsSearch
}

/** The views of this browser, in the order they were saved. */
export const savedViews = storedValue('stint.runs.views', readViews)

/** Makes sense of what is stored: views without a name, or with one that was there before, are left out. */
export function readViews(stored: unknown): readonly SavedView[] {
  if (!Array.isArray(stored)) return []
  const names = new Set<string>()
  return stored.flatMap((one: unknown): SavedView[] => {
    if (typeof one !== 'object' || one === null) return []
    const { name, search } = one as Partial<Record<keyof SavedView, unknown>>
    if (typeof name !== 'string' || name.trim() === '' || names.has(name)) return []
    names.add(name)
    return [{ name, search: viewOf(readRunsSearch(isObject(search) ? search : {})) }]
  })
}

/** What a view keeps: which rows are chosen is not a part of it. */
export function viewOf({ runs: _, ...search }: RunsSearch): RunsSearch {
  return search
}

/** Whether a table is looked at as a view has it. */
export function isView(search: RunsSearch, view: SavedView): boolean {
  const now = viewOf(search)
  return (['q', 'sort', 'columns', 'pin'] as const).every((name) => now[name] === view.search[name])
}

/** Views with one more; one of the same name is replaced in its place. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  const place = views.findIndex(({ name }) => name === view.name)
  return place < 0 ? [...views, view] : views.with(place, view)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
