import type { Scale } from './axis'
import type { Point } from './decimate'
import { colourOf, type Mark, outlineOf } from './marks'

interface Cloud {
  mark: Mark
  points: readonly Point[]
}

/**
 * Draws every point of every series on a canvas of `width` × `height` px. The marker of a series is drawn once and then
 * stamped, which makes ten thousand points a matter of milliseconds.
 */
export function paintDots(
  canvas: HTMLCanvasElement,
  series: readonly Cloud[],
  at: { x: Scale; y: Scale },
  size: { width: number; height: number },
): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const density = Math.min(window.devicePixelRatio || 1, 3)
  canvas.width = Math.round(size.width * density)
  canvas.height = Math.round(size.height * density)
  const radius = radiusFor(series.reduce((sum, { points }) => sum + points.length, 0))
  for (const { mark, points } of series) {
    const stamp = stampOf(mark, radius * density, canvas)
    const half = stamp.width / 2
    for (const point of points) {
      const left = at.x.at(point.x) * density - half
      const top = at.y.at(point.y) * density - half
      // Whole pixels: a stamp between them would be blurred.
      if (Number.isFinite(left) && Number.isFinite(top)) context.drawImage(stamp, left | 0, top | 0)
    }
  }
}

/** In px: the more points, the smaller each. */
export function radiusFor(count: number): number {
  if (count <= 150) return 5
  if (count <= 600) return 4
  return count <= 3_000 ? 3 : 2
}

/** A marker in the colour that its hue has now, half transparent so that crowds are seen as crowds. */
function stampOf(mark: Mark, radius: number, beside: HTMLCanvasElement): HTMLCanvasElement {
  const stamp = document.createElement('canvas')
  const side = Math.ceil(radius * 2.4) + 2
  stamp.width = side
  stamp.height = side
  const context = stamp.getContext('2d')
  if (!context) return stamp
  // A canvas knows no custom properties; an element does. Nothing may fade from one colour to the next meanwhile.
  beside.style.transitionProperty = 'none'
  beside.style.color = colourOf(mark)
  const colour = getComputedStyle(beside).color
  context.translate(side / 2, side / 2)
  context.scale(radius, radius)
  const outline = new Path2D(outlineOf(mark))
  context.globalAlpha = 0.6
  context.fillStyle = colour
  context.fill(outline)
  context.globalAlpha = 1
  context.strokeStyle = colour
  context.lineWidth = 1 / radius
  context.stroke(outline)
  return stamp
}
