import { describe, expect, it } from 'vitest'
import { limiter } from './limiter'

describe('limiter', () => {
  it('runs so many at once, all of them, whether they fail or not', async () => {
    const inTurn = limiter(3)
    let running = 0
    let most = 0
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        inTurn(async () => {
          running += 1
          most = Math.max(most, running)
          await new Promise((resolve) => setTimeout(resolve, index % 4))
          running -= 1
          if (index % 5 === 0) throw new Error('no')
          return index
        }),
      ),
    )
    expect(most).toBe(3)
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(16)
  })
})
