import type { components } from '@/api/schema'

/** Why an answer is what it is: `base` and all contributions add up to `output`. */
export type Explanation = components['schemas']['ExplanationView']

/** What one column, or several together, contribute. */
export interface Part {
  /** Undefined for the columns that are not shown one by one. */
  column: string | undefined
  contribution: number
}

/** Columns that are shown one by one. */
const SHOWN = 10

/** The contributions that matter most, and the rest as one, so that they still add up. */
export function partsOf({ contributions }: Explanation): { parts: Part[]; others: number } {
  const ordered = [...contributions].sort(
    (one, other) => Math.abs(other.contribution) - Math.abs(one.contribution),
  )
  if (ordered.length <= SHOWN + 1) return { parts: ordered, others: 0 }
  const rest = ordered.slice(SHOWN)
  const contribution = rest.reduce((sum, part) => sum + part.contribution, 0)
  return { parts: [...ordered.slice(0, SHOWN), { column: undefined, contribution }], others: rest.length }
}
