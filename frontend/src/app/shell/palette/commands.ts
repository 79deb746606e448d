import type { LucideIcon } from 'lucide-react'

/** Something that the palette can do. */
export interface Command {
  id: string
  label: string
  /** What tells it from others of the same name. */
  detail?: string
  /** Other words to find it by. */
  words?: string
  icon: LucideIcon
  /** Keys that do the same. */
  keys?: readonly string[]
  run: () => void
}

export type CommandGroup = {
  /** Its name. */
  value: string
  items: readonly Command[]
  /** How many are shown before anything is typed. */
  first?: number
}

/** How many of a group are shown once something is typed. */
const SHOWN = 7

/**
 * The commands that have every word of `query`, the ones that begin with it first, a few of each group; before anything
 * is typed, the first of each group.
 */
export function findCommands(groups: readonly CommandGroup[], query: string): CommandGroup[] {
  const wanted = query.trim().toLocaleLowerCase()
  const words = wanted.split(/\s+/).filter(Boolean)
  const found = groups.map(({ items, first, ...group }) => {
    if (words.length === 0) return { ...group, items: items.slice(0, first) }
    const matching = items.filter(({ label, detail, words: more }) => {
      const text = `${label} ${detail ?? ''} ${more ?? ''}`.toLocaleLowerCase()
      return words.every((word) => text.includes(word))
    })
    const begins = ({ label }: Command) => label.toLocaleLowerCase().startsWith(wanted)
    const ordered = [...matching.filter(begins), ...matching.filter((item) => !begins(item))]
    return { ...group, items: ordered.slice(0, SHOWN) }
  })
  return found.filter(({ items }) => items.length > 0)
}
