import { describe, expect, it } from 'vitest'
import { nearestLine, placeAxis } from './axes'

const axis = (values: (number | string | undefined)[], more = {}) => ({
  id: 'a',
  label: 'A',
  values,
  format: String,
  ...more,
})

describe('placeAxis', () => {
  it('places numbers by size, and the better ones on top', () => {
    expect(placeAxis(axis([0, 5, 10]), 100, 0).places).toEqual([100, 50, 0])
    expect(placeAxis(axis([0, 5, 10], { falling: true }), 100, 0).places).toEqual([0, 50, 100])
  })

  it('spreads numbers over several powers of ten evenly', () => {
    expect(placeAxis(axis([0.01, 1, 100]), 100, 0).places.map((place) => place && Math.round(place))).toEqual(
      [100, 50, 0],
    )
  })

  it('places words one below the other, and leaves out what is missing', () => {
    const placed = placeAxis(axis(['b', undefined, 'a', 'c']), 100, 0)
    expect(placed.places).toEqual([50, undefined, 100, 0])
    expect(placed.ticks.map(({ text }) => text)).toEqual(['a', 'b', 'c'])
  })

  it('has a place where all are the same, or there is none', () => {
    expect(placeAxis(axis([3, 3]), 100, 0).places).toEqual([50, 50])
    expect(placeAxis(axis(['x']), 100, 0).places).toEqual([50])
    expect(placeAxis(axis([undefined]), 100, 0)).toEqual({ places: [undefined], ticks: [] })
  })
})

describe('nearestLine', () => {
  const axes = [placeAxis(axis([0, 10]), 100, 0), placeAxis(axis([10, 0]), 100, 0)]

  it('finds the line under the pointer between two axes, at the nearer axis', () => {
    const all = [true, true]
    expect(nearestLine(axes, [0, 100], 10, 88, all)).toEqual({ series: 0, index: 0 })
    expect(nearestLine(axes, [0, 100], 90, 88, all)).toEqual({ series: 1, index: 1 })
    expect(nearestLine(axes, [0, 100], 0, 50, all)).toBeUndefined()
    expect(nearestLine(axes, [0, 100], 90, 88, [true, false])).toBeUndefined()
  })
})
