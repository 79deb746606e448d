import type { Schemas } from '../detail'

export type Dependence = Schemas['PartialDependence']

/** Whether a column's values are numbers, which have an order and distances. */
export function isNumeric({ points }: Dependence): boolean {
  return points.every(({ value }) => typeof value === 'number')
}

/** Of what the model says something: the classes that are drawn, or the target. With two classes one says it all. */
export function outcomesOf(labels: readonly string[]): { index: number; label: string | undefined }[] {
  if (labels.length === 0) return [{ index: 0, label: undefined }]
  const all = labels.map((label, index) => ({ index, label }))
  return labels.length === 2 ? all.slice(1) : all
}

/** The lowest and the highest answer over all columns, so that their charts can be set side by side. */
export function answerRange(
  dependences: readonly Dependence[],
  outcomes: readonly { index: number }[],
): [number, number] {
  const answers = dependences.flatMap(({ points }) =>
    points.flatMap(({ predictions }) => outcomes.map(({ index }) => predictions[index] ?? Number.NaN)),
  )
  const known = answers.filter(Number.isFinite)
  return [Math.min(...known), Math.max(...known)]
}
