import type { Scale } from './axis'
import type { Point } from './decimate'
import type { Place } from './useCursor'

/** Further away, in px, nothing is pointed at. */
const REACH = 48

/** The point nearest to a spot in px, among all series. */
export function nearestPlace(
  series: readonly { points: readonly Point[] }[],
  x: Scale,
  y: Scale,
  left: number,
  top: number,
): Place | undefined {
  let best: Place | undefined
  let bestDistance = REACH ** 2
  series.forEach(({ points }, which) => {
    for (let index = 0; index < points.length; index += 1) {
      const point = points[index] as Point
      const across = x.at(point.x) - left
      if (across * across >= bestDistance) continue
      const along = y.at(point.y) - top
      const distance = across * across + along * along
      if (distance < bestDistance) {
        bestDistance = distance
        best = { series: which, index }
      }
    }
  })
  return best
}
