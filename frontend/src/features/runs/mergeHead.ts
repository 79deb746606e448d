interface Identified {
  id: string
}

/**
 * Puts the newest page before what was known, if the two fit together: the page must end inside of what was known, and
 * no known item may be missing from it. Otherwise undefined: everything has to be read again. Known items stay the
 * same objects.
 */
export function mergeHead<Item extends Identified>(
  page: readonly Item[],
  known: readonly Item[],
): Item[] | undefined {
  const first = known[0]
  const start = first ? page.findIndex(({ id }) => id === first.id) : -1
  if (start < 0) return undefined
  const overlap = page.slice(start)
  if (overlap.some(({ id }, index) => known[index]?.id !== id)) return undefined
  return [...page.slice(0, start), ...known]
}
