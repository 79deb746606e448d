import { isBetter, isError } from '@/lib/scores'
import type { Scored } from './scored'

/** The best score of each family on each dataset. */
export interface Matrix {
  families: string[]
  rows: { label: string; cells: MatrixCell[] }[]
}

export interface MatrixCell {
  best: Scored | undefined
  /** How good it is among the families of its row: 0 is the worst, 1 the best. */
  share: number
}

/** A row for each dataset and target; families from left to right as often as they were used. */
export function matrixOf(scored: readonly Scored[], metric: string): Matrix {
  const uses = new Map<string, number>()
  const rows = new Map<string, Map<string, Scored>>()
  for (const one of scored) {
    const { model_type: family, dataset_name: dataset, target } = one.run
    uses.set(family, (uses.get(family) ?? 0) + 1)
    const label = `${dataset} → ${target}`
    const row = rows.get(label) ?? new Map<string, Scored>()
    const best = row.get(family)
    if (!best || isBetter(metric, one.value, best.value)) row.set(family, one)
    rows.set(label, row)
  }
  const families = [...uses.keys()].sort((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0))
  return {
    families,
    rows: [...rows].map(([label, row]) => ({
      label,
      cells: ranked(
        families.map((family) => row.get(family)),
        metric,
      ),
    })),
  }
}

function ranked(bests: (Scored | undefined)[], metric: string): MatrixCell[] {
  const values = bests.flatMap((best) => (best ? [best.value] : []))
  const low = Math.min(...values)
  const high = Math.max(...values)
  return bests.map((best) => {
    if (!best) return { best, share: 0 }
    const share = high > low ? (best.value - low) / (high - low) : 1
    return { best, share: isError(metric) ? 1 - share : share }
  })
}
