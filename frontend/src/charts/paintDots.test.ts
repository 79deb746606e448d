import { describe, expect, it } from 'vitest'
import { layOver, type Pixels } from './paintDots'

function pixels(width: number, ...colours: readonly number[][]): Pixels {
  return { width, height: colours.length / width, data: new Uint8ClampedArray(colours.flat()) } as Pixels
}

const NONE = [0, 0, 0, 0]
const RED = [200, 0, 0, 255]
const HALF_BLUE = [0, 0, 200, 128]

describe('laying pixels over each other', () => {
  it('covers what is below as far as it is opaque', () => {
    const below = pixels(3, RED, RED, NONE)
    layOver(below, pixels(3, NONE, HALF_BLUE, HALF_BLUE), 0, 0)
    expect([...below.data]).toEqual([...RED, 100, 0, 100, 255, ...HALF_BLUE])
  })

  it('becomes more opaque where several lie', () => {
    const below = pixels(1, NONE)
    for (const _ of [1, 2, 3]) layOver(below, pixels(1, HALF_BLUE), 0, 0)
    const [red, green, blue, opacity] = below.data
    expect([red, green, blue]).toEqual([0, 0, 200])
    expect(opacity).toBeCloseTo(255 * (1 - 0.5 ** 3), -1)
  })

  it('leaves out what does not fit', () => {
    const below = pixels(2, NONE, NONE, NONE, NONE)
    const stamp = pixels(2, [1, 1, 1, 255], [2, 2, 2, 255], [3, 3, 3, 255], [4, 4, 4, 255])
    layOver(below, stamp, -1, -1)
    layOver(below, stamp, 1, 1)
    layOver(below, stamp, Number.NaN, 0)
    expect([...below.data]).toEqual([4, 4, 4, 255, ...NONE, ...NONE, 1, 1, 1, 255])
  })
})
