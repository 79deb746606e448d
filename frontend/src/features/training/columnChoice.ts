import type { DraftSearch } from './draftSearch'

/** Which columns a training may learn from. */
export type ColumnLists = Pick<DraftSearch, 'include' | 'exclude'>

/** The lists to be; both are said, so that one can be taken back. */
export interface ColumnChange {
  include: string[] | undefined
  exclude: string[] | undefined
}

/** All columns but some, or only some: it matters where a later version of the data has more of them. */
export type ColumnRule = 'all-but' | 'only'

export function ruleOf({ include }: ColumnLists): ColumnRule {
  return include === undefined ? 'all-but' : 'only'
}

/** Whether a column is learnt from. */
export function isUsed({ include, exclude = [] }: ColumnLists, name: string): boolean {
  return (include === undefined || include.includes(name)) && !exclude.includes(name)
}

/** Columns that are named but not there: the data is another than the choice was made for. */
export function strangersOf(
  { include = [], exclude = [] }: ColumnLists,
  columns: readonly string[],
): string[] {
  return [...new Set([...include, ...exclude])].filter((name) => !columns.includes(name))
}

/** The choice with one column used or not, by the same rule. */
export function withColumn(lists: ColumnLists, name: string, used: boolean): ColumnChange {
  const without = (names: readonly string[] = []) => names.filter((other) => other !== name)
  if (lists.include === undefined) {
    return { include: undefined, exclude: used ? without(lists.exclude) : [...without(lists.exclude), name] }
  }
  const include = used ? [...without(lists.include), name] : without(lists.include)
  return { include, exclude: lists.exclude && without(lists.exclude) }
}

/** The same columns by the other rule. */
export function byRule(lists: ColumnLists, rule: ColumnRule, columns: readonly string[]): ColumnChange {
  if (rule === ruleOf(lists)) return { include: lists.include, exclude: lists.exclude }
  return rule === 'only'
    ? { include: columns.filter((name) => isUsed(lists, name)), exclude: undefined }
    : { include: undefined, exclude: columns.filter((name) => !isUsed(lists, name)) }
}
