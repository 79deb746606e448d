import type { Schemas } from '../detail'

/** What comparing a model came to. */
export type Standing =
  /** Better than the baseline, and than the runner-up of a search if there was one, beyond noise. */
  | 'won'
  | 'won-search'
  /** Better than the baseline beyond noise, but not than the runner-up. */
  | 'tied'
  /** Not better than the baseline beyond noise. */
  | 'not-better'

/** How a verdict reads. */
export function standingOf({ baseline, runner_up }: Schemas['Verdict']): Standing {
  if (!baseline.better) return 'not-better'
  if (!runner_up) return 'won'
  return runner_up.better ? 'won-search' : 'tied'
}
