import { describe, expect, it } from 'vitest'
import { dashOf, markAt, markOf, marksOf, outlineOf } from './marks'

describe('marks', () => {
  it('are the same for an id wherever it is shown', () => {
    const id = '0198f1c2-7a30-7def-8123-456789abcdef'
    expect(markOf(id)).toEqual(markOf(`${id}`))
  })

  it('use every hue and marker about as often, even for ids that follow each other', () => {
    const ids = Array.from(
      { length: 800 },
      (_, index) => `0198f1c2-7a30-7def-8123-${String(index).padStart(12, '0')}`,
    )
    for (const part of ['hue', 'marker'] as const) {
      const counts = new Map<number, number>()
      for (const id of ids) counts.set(markOf(id)[part], (counts.get(markOf(id)[part]) ?? 0) + 1)
      expect(counts.size).toBe(8)
      for (const count of counts.values()) expect(count).toBeGreaterThan(50)
    }
  })

  it('stay apart where things are shown together, with the hue they always have', () => {
    const ids = Array.from({ length: 16 }, (_, index) => `run-${index}`)
    const marks = marksOf(ids)
    expect(marks.map(({ hue }) => hue)).toEqual(ids.map((id) => markOf(id).hue))
    expect(new Set(marks.map(({ hue, marker }) => `${hue} ${marker}`)).size).toBe(16)
    expect(marksOf(['a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a'])).toHaveLength(10)
  })

  it('differ in shape and dash from each other in a list', () => {
    const marks = Array.from({ length: 8 }, (_, index) => markAt(index))
    expect(new Set(marks.map(outlineOf)).size).toBe(8)
    expect(new Set(marks.map(dashOf)).size).toBe(8)
  })
})
