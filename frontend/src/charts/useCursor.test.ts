import { describe, expect, it } from 'vitest'
import { nextPlace } from './useCursor'

describe('the cursor', () => {
  it('starts at the end that the key comes from', () => {
    expect(nextPlace('ArrowRight', undefined, [5])).toEqual({ series: 0, index: 0 })
    expect(nextPlace('ArrowLeft', undefined, [5])).toEqual({ series: 0, index: 4 })
  })

  it('stops at the ends', () => {
    expect(nextPlace('ArrowRight', { series: 0, index: 4 }, [5])).toEqual({ series: 0, index: 4 })
    expect(nextPlace('PageUp', { series: 0, index: 3 }, [100])).toEqual({ series: 0, index: 0 })
    expect(nextPlace('PageDown', { series: 0, index: 3 }, [100])).toEqual({ series: 0, index: 13 })
    expect(nextPlace('End', { series: 0, index: 3 }, [100])).toEqual({ series: 0, index: 99 })
  })

  it('goes to other series at the same share of the way, past empty ones, and around', () => {
    expect(nextPlace('ArrowDown', { series: 0, index: 5 }, [11, 0, 21])).toEqual({ series: 2, index: 10 })
    expect(nextPlace('ArrowUp', { series: 0, index: 5 }, [11, 0, 21])).toEqual({ series: 2, index: 10 })
  })

  it('has nowhere to go without points, and leaves other keys alone', () => {
    expect(nextPlace('ArrowRight', undefined, [0])).toBeUndefined()
    expect(nextPlace('a', undefined, [5])).toBeUndefined()
  })
})
