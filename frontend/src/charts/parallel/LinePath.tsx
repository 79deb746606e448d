import { colourOf, type Mark, outlineOf } from '../marks'
import type { PlacedAxis } from './axes'

interface LinePathProps {
  mark: Mark
  path: string
  places: readonly (number | undefined)[]
  lefts: readonly number[]
  opacity: number
  width: number
}

/** One line with its marks. */
export function LinePath({ mark, path, places, lefts, opacity, width }: LinePathProps) {
  return (
    <g style={{ color: colourOf(mark) }} opacity={opacity}>
      <path d={path} fill="none" stroke="currentColor" strokeWidth={width} strokeLinejoin="round" />
      {places.map(
        (place, index) =>
          place !== undefined && (
            <path
              key={index}
              d={outlineOf(mark)}
              fill="currentColor"
              transform={`translate(${lefts[index]},${place})scale(3.5)`}
            />
          ),
      )}
    </g>
  )
}

/** The way of a line through the axes that it has a value on. */
export function pathOf(line: number, placed: readonly PlacedAxis[], lefts: readonly number[]): string {
  let path = ''
  let open = false
  placed.forEach(({ places }, index) => {
    const place = places[line]
    if (place !== undefined) path += `${open ? 'L' : 'M'}${lefts[index]?.toFixed(1)},${place.toFixed(1)}`
    open = place !== undefined
  })
  return path
}
