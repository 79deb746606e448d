import { idsOf } from '../table/search'

/** So many ids make an address of about 4 KB, which every server, browser and mail program lets through. */
export const MOST_COMPARED = 100

/** What the address says about a comparison. */
export interface CompareSearch {
  /** Ids of the runs, with commas between. */
  runs?: string
  /** The run that the others are measured against; the first, if it is not said. */
  base?: string
  /** Whether what is the same everywhere is shown as well. */
  all?: boolean
}

/** Makes sense of an address; what makes none is left out. */
export function readCompareSearch(search: Record<string, unknown>): CompareSearch {
  const runs = idsOf(search.runs)
  const base = idsOf(search.base)[0]
  return {
    ...(runs.length > 0 && { runs: runs.join() }),
    ...(base !== undefined && runs.includes(base) && base !== runs[0] && { base }),
    ...(search.all === true && { all: true }),
  }
}
