import type { Run } from '../api'
import { quoted } from '../filter/suggest'
import type { RunsSearch } from './search'

/** The table with a run pinned above those that can be measured against it: of the same data and target. */
export function pinnedAbove(
  run: Pick<Run, 'id' | 'dataset_name' | 'dataset_version' | 'target'>,
): RunsSearch {
  const terms = [
    `dataset=${quoted(run.dataset_name)}`,
    `version:${run.dataset_version}`,
    `target=${quoted(run.target)}`,
  ]
  return { q: terms.join(' '), pin: run.id }
}
