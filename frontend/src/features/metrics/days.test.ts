import { describe, expect, it } from 'vitest'
import { columnsOfDays, dayOf, daysOf, dayText, spanOfDays } from './days'

const at = (day: string, hour = 12) => new Date(`${day}T${String(hour).padStart(2, '0')}:00:00`).getTime()
const TIMES = [at('2026-03-30', 23), at('2026-03-28', 1), at('2026-04-02', 0)]

describe('days', () => {
  it('go from the first moment to the last, over a change of clocks too', () => {
    const days = daysOf(TIMES)
    expect(days?.count).toBe(6)
    expect(days && [0, 1, 5].map((day) => dayText(days, day))).toEqual([
      '2026-03-28',
      '2026-03-29',
      '2026-04-02',
    ])
    expect(days && TIMES.map((time) => dayOf(days, time))).toEqual([2, 0, 5])
    expect(daysOf([])).toBeUndefined()
  })

  it('are all of them unless a time is given, and only those that there are', () => {
    const days = daysOf(TIMES) as NonNullable<ReturnType<typeof daysOf>>
    expect(spanOfDays(days)).toEqual([0, 5])
    expect(spanOfDays(days, at('2026-03-30'), at('2026-03-31'))).toEqual([2, 3])
    expect(spanOfDays(days, at('2020-01-01'), at('2020-01-02'))).toEqual([0, 0])
    expect(spanOfDays(days, at('2030-01-01'))).toEqual([5, 5])
  })

  it('are counted in columns that hold equally many, but for the last', () => {
    const days = daysOf(TIMES) as NonNullable<ReturnType<typeof daysOf>>
    expect(columnsOfDays(days, TIMES, 10).map(({ count }) => count)).toEqual([1, 0, 1, 0, 0, 1])
    expect(columnsOfDays(days, TIMES, 4)).toEqual([
      { from: 0, to: 1, count: 1 },
      { from: 2, to: 3, count: 1 },
      { from: 4, to: 5, count: 1 },
    ])
  })
})
