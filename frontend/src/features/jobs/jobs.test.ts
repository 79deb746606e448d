import { describe, expect, it } from 'vitest'
import { sampleJob } from '@/test/samples'
import { justFinished, latestJobOn } from './jobs'
import { pollDelay } from './pollDelay'

describe('pollDelay', () => {
  it('grows from 1 s to 5 s', () => {
    expect([0, 1, 2, 3, 4, 50].map(pollDelay)).toEqual([1000, 1500, 2250, 3375, 5000, 5000])
  })
})

describe('latestJobOn', () => {
  it('is the first of the dataset', () => {
    const other = sampleJob({ job_id: 'other' })
    other.parameters.dataset_id = 'dataset-2'
    const newer = sampleJob({ job_id: 'newer' })
    expect(latestJobOn('dataset-1', [other, newer, sampleJob()])).toBe(newer)
    expect(latestJobOn('dataset-3', [other])).toBeUndefined()
  })
})

describe('justFinished', () => {
  it('is what was open before and is over now', () => {
    const done = sampleJob({ status: 'COMPLETED' })
    expect(justFinished([sampleJob()], [done])).toEqual([done])
    expect(justFinished([done], [done])).toEqual([])
    expect(justFinished([], [done])).toEqual([])
    expect(
      justFinished([sampleJob()], [sampleJob({ progress: { stage: 'x', done: 2, total: 4, message: '' } })]),
    ).toEqual([])
  })
})
