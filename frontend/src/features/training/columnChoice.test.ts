import { describe, expect, it } from 'vitest'
import { byRule, isUsed, ruleOf, strangersOf, withColumn } from './columnChoice'

const COLUMNS = ['a', 'b', 'c']
const used = (lists: Parameters<typeof isUsed>[0]) => COLUMNS.filter((name) => isUsed(lists, name))

describe('columns to learn from', () => {
  it('are all but the excluded, or only the included that are not excluded', () => {
    expect(used({})).toEqual(COLUMNS)
    expect(used({ exclude: ['b'] })).toEqual(['a', 'c'])
    expect(used({ include: ['a', 'b'], exclude: ['b'] })).toEqual(['a'])
  })

  it('stay by their rule when one is ticked or not', () => {
    expect(withColumn({}, 'b', false)).toEqual({ include: undefined, exclude: ['b'] })
    expect(withColumn({ exclude: ['b'] }, 'b', true)).toEqual({ include: undefined, exclude: [] })
    expect(withColumn({ include: ['a'] }, 'b', true)).toEqual({ include: ['a', 'b'], exclude: undefined })
    // What was both included and excluded is used once it is ticked.
    expect(used(withColumn({ include: ['a', 'b'], exclude: ['b'] }, 'b', true) as never)).toEqual(['a', 'b'])
    expect(withColumn({ include: ['a'] }, 'a', false).include).toEqual([])
  })

  it('are the same ones by the other rule, and back', () => {
    const only = byRule({ exclude: ['b'] }, 'only', COLUMNS)
    expect(only).toEqual({ include: ['a', 'c'], exclude: undefined })
    expect(ruleOf(only as never)).toBe('only')
    expect(byRule({ include: ['a', 'c'] }, 'all-but', COLUMNS)).toEqual({
      include: undefined,
      exclude: ['b'],
    })
    expect(byRule({ exclude: ['b'] }, 'all-but', COLUMNS)).toEqual({ include: undefined, exclude: ['b'] })
  })

  it('may be named without being there', () => {
    expect(strangersOf({ include: ['a', 'x'], exclude: ['y', 'x'] }, COLUMNS)).toEqual(['x', 'y'])
  })
})
