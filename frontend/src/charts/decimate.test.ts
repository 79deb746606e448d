import { describe, expect, it } from 'vitest'
import { decimate } from './decimate'

const noise = Array.from({ length: 10_000 }, (_, x) => ({ x, y: Math.sin(x * 12.9898) * ((x * 7919) % 101) }))

describe('decimate', () => {
  it('keeps the ends and every extreme in the order of x', () => {
    const kept = decimate(noise, 300)
    expect(kept.length).toBeLessThanOrEqual(1_200)
    expect(kept[0]).toBe(noise[0])
    expect(kept.at(-1)).toBe(noise.at(-1))
    const ys = (points: readonly { y: number }[]) => points.map((point) => point.y)
    expect(Math.max(...ys(kept))).toBe(Math.max(...ys(noise)))
    expect(Math.min(...ys(kept))).toBe(Math.min(...ys(noise)))
    expect(kept.map((point) => point.x)).toEqual(kept.map((point) => point.x).toSorted((a, b) => a - b))
  })

  it('leaves alone what is short, and what stands on one spot', () => {
    expect(decimate(noise.slice(0, 100), 300)).toHaveLength(100)
    const spot = Array.from({ length: 2_000 }, (_, y) => ({ x: 1, y }))
    expect(decimate(spot, 10)).toHaveLength(2_000)
    expect(decimate([], 10)).toEqual([])
  })
})
