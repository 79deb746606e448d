import type { Correlations } from './api'

/** How two columns hang together; `undefined` where they are the same, `null` where it is not known. */
export type Cell = number | null | undefined

export interface Matrix {
  names: string[]
  cells: Cell[][]
}

/** The columns that hang together most with any other, at most so many, in the order of the file, each against each. */
export function matrixOf({ columns, pairs }: Correlations, most: number): Matrix {
  const strongest = new Map(columns.map(({ name }) => [name, 0]))
  const values = new Map<string, Map<string, number | null>>(columns.map(({ name }) => [name, new Map()]))
  for (const { first, second, value } of pairs) {
    for (const [one, other] of [
      [first, second],
      [second, first],
    ] as const) {
      strongest.set(one, Math.max(strongest.get(one) ?? 0, Math.abs(value ?? 0)))
      values.get(one)?.set(other, value ?? null)
    }
  }
  const chosen = new Set(
    [...strongest]
      .sort(([, a], [, b]) => b - a)
      .slice(0, most)
      .map(([name]) => name),
  )
  const names = columns.map(({ name }) => name).filter((name) => chosen.has(name))
  return {
    names,
    cells: names.map((row) => names.map((column) => values.get(row)?.get(column))),
  }
}
