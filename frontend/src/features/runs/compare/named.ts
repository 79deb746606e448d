import type { Mark } from '@/charts/marks'
import type { RunWithReport } from '../detail'

/** A run of a comparison, as legends and tables call it. */
export interface Named extends RunWithReport {
  id: string
  label: string
  mark: Mark
}
