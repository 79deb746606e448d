import { describe, expect, it } from 'vitest'
import { sampleJob } from '@/test/samples'
import { stageStates } from './stages'

const job = (model_type: string, stage: string, done = 0, total = 0) =>
  sampleJob({
    parameters: { model_type } as never,
    progress: { stage, done, total, message: '' },
  } as never) as Parameters<typeof stageStates>[0]

const shown = (of: Parameters<typeof stageStates>[0]) =>
  stageStates(of).map(({ stage, state }) => `${stage} ${state}`)

describe('stageStates', () => {
  it('has a search validate before it fits', () => {
    expect(shown(job('auto', 'validating', 3, 24))).toEqual([
      'reading done',
      'preparing done',
      'validating current',
      'fitting ahead',
      'evaluating ahead',
      'explaining ahead',
    ])
    expect(stageStates(job('auto', 'validating', 3, 24))[2]).toMatchObject({ done: 3, total: 24 })
  })

  it('has a single model validate after it is fitted, and a baseline never', () => {
    expect(shown(job('ridge', 'validating'))[3]).toBe('validating current')
    expect(shown(job('baseline', 'fitting'))).not.toContain('validating ahead')
  })

  it('knows no number of units where there is none', () => {
    expect(stageStates(job('ridge', 'fitting', 12, 0))[2]).toEqual({ stage: 'fitting', state: 'current' })
  })

  it('has begun nothing while it waits', () => {
    expect(shown(job('ridge', 'queued')).every((one) => one.endsWith('ahead'))).toBe(true)
  })
})
