export interface Point {
  x: number
  y: number
}

/**
 * At most four points for each of so many columns of pixels: the first, the lowest, the highest and the last. A line
 * through them looks like the line through all. Points must be in the order of `x`.
 */
export function decimate(points: readonly Point[], columns: number): readonly Point[] {
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last || columns < 1 || points.length <= 4 * columns || last.x <= first.x) return points
  const step = (last.x - first.x) / columns
  const kept: Point[] = []
  let start = 0
  while (start < points.length) {
    const column = columnOf(points[start] as Point)
    let end = start + 1
    let low = start
    let high = start
    while (end < points.length && columnOf(points[end] as Point) === column) {
      if (yOf(end) < yOf(low)) low = end
      if (yOf(end) > yOf(high)) high = end
      end += 1
    }
    for (const index of new Set([start, Math.min(low, high), Math.max(low, high), end - 1])) {
      kept.push(points[index] as Point)
    }
    start = end
  }
  return kept

  function columnOf(point: Point): number {
    return Math.min(Math.floor((point.x - (first as Point).x) / step), columns - 1)
  }
  function yOf(index: number): number {
    return (points[index] as Point).y
  }
}
