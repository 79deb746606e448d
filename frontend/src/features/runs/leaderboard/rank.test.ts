import { describe, expect, it } from 'vitest'
import { sampleRun } from '@/test/samples'
import type { Run } from '../api'
import { boardsOf, splitsOf } from './boards'
import { bestSoFar, levelWithFirst, rankRuns } from './rank'

/** Runs with an accuracy each, the oldest first as they are written here. */
function runs(...scores: [id: string, value: number, half?: number][]): Run[] {
  return scores
    .map(([id, value, half], index) =>
      sampleRun({
        id,
        created_at: `2026-11-23T10:0${index}:00Z`,
        metrics: { accuracy: value, log_loss: 1 - value },
        interval: (half === undefined
          ? null
          : { metric: 'accuracy', value, low: value - half, high: value + half, level: 0.95 }) as never,
      }),
    )
    .reverse()
}

const ranks = (list: Run[], metric = 'accuracy') =>
  rankRuns(list, metric).map(({ run, rank }) => [run.id, rank])

describe('a ranking', () => {
  it('gives equal values the same rank, the older first, and counts them all for the next', () => {
    const list = runs(['a', 0.8], ['b', 0.9], ['c', 0.9], ['d', 0.7])
    expect(ranks(list)).toEqual([
      ['b', 1],
      ['c', 1],
      ['a', 3],
      ['d', 4],
    ])
    expect(rankRuns(list, 'accuracy').map(({ ties }) => ties)).toEqual([1, 1, 0, 0])
    expect(ranks(list, 'log_loss')[0]).toEqual(['b', 1])
    expect(rankRuns(list, 'f1')).toEqual([])
  })

  it('says whether intervals overlap with the next one above', () => {
    const list = runs(['a', 0.9, 0.02], ['b', 0.89, 0.02], ['c', 0.7, 0.02], ['d', 0.6])
    expect(rankRuns(list, 'accuracy').map(({ standing }) => standing)).toEqual([
      { kind: 'leads' },
      { kind: 'level', rank: 1 },
      { kind: 'behind', rank: 2 },
      { kind: 'unknown' },
    ])
    expect(levelWithFirst(rankRuns(list, 'accuracy'), 'accuracy')).toBe(1)
    expect(rankRuns(list, 'log_loss')[1]?.standing).toEqual({ kind: 'unknown' })
  })

  it('compares ties with who is really above them', () => {
    const list = runs(['a', 0.9, 0.01], ['b', 0.8, 0.01], ['c', 0.8, 0.01])
    const [, b, c] = rankRuns(list, 'accuracy')
    expect(b?.standing).toEqual({ kind: 'behind', rank: 1 })
    expect(c?.standing).toEqual({ kind: 'behind', rank: 1 })
  })

  it('knows who won or lost places by the newest run', () => {
    const list = runs(['a', 0.9], ['b', 0.7], ['new', 0.8])
    expect(rankRuns(list, 'accuracy').map(({ run, change }) => [run.id, change])).toEqual([
      ['a', 0],
      ['new', undefined],
      ['b', -1],
    ])
  })

  it('shows when the best got better', () => {
    const list = runs(['a', 0.5], ['b', 0.4], ['c', 0.7], ['d', 0.7])
    expect(bestSoFar(list, 'accuracy').map(({ y }) => y)).toEqual([0.5, 0.7])
    expect(bestSoFar(list, 'log_loss').map(({ y }) => y)).toEqual([0.5, expect.closeTo(0.3)])
  })
})

describe('boards', () => {
  it('are one for each version of a dataset and each question, the newest first', () => {
    const list = [
      sampleRun({ id: 'a' }),
      sampleRun({ id: 'b', target: 'island' }),
      sampleRun({ id: 'c', dataset_id: 'older', dataset_version: 1 }),
      sampleRun({ id: 'd' }),
    ]
    expect(boardsOf(list).map(({ target, version, runs: { length } }) => [target, version, length])).toEqual([
      ['species', 2, 2],
      ['island', 2, 1],
      ['species', 1, 1],
    ])
  })

  it('know on how many splits they were measured', () => {
    const split = (seed: number) => sampleRun({ parameters: { seed, test_fraction: 0.25 } as never })
    expect(splitsOf([split(1), split(1), split(2)])).toBe(2)
  })
})
