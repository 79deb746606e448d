import { describe, expect, it } from 'vitest'
import { afterEvent, IDLE, isBusy, type UploadEvent, type UploadState } from './uploadState'

const after = (...events: UploadEvent[]): UploadState => events.reduce(afterEvent, IDLE)
const STARTED: UploadEvent = { type: 'started', file: 'a.csv' }
const HALF: UploadEvent = { type: 'progressed', progress: { sent: 1, total: 2 } }

describe('an upload', () => {
  it('goes from preparing over sending and checking to done', () => {
    expect(after(STARTED)).toEqual({ step: 'preparing', file: 'a.csv' })
    expect(after(STARTED, HALF)).toEqual({ step: 'sending', file: 'a.csv', progress: { sent: 1, total: 2 } })
    expect(after(STARTED, HALF, { type: 'sent' })).toEqual({ step: 'checking', file: 'a.csv' })
    expect(after(STARTED, HALF, { type: 'sent' }, { type: 'accepted' })).toEqual({
      step: 'done',
      file: 'a.csv',
    })
  })

  it.each([[[STARTED]], [[STARTED, HALF]], [[STARTED, { type: 'sent' }]]] as UploadEvent[][][])(
    'can fail and be cancelled at every step',
    (events) => {
      const error = new Error('no')
      expect(after(...events, { type: 'failed', error })).toEqual({ step: 'failed', file: 'a.csv', error })
      expect(after(...events, { type: 'cancelled' })).toEqual({ step: 'cancelled', file: 'a.csv' })
    },
  )

  it('does not go back when progress comes late', () => {
    expect(after(STARTED, { type: 'sent' }, HALF).step).toBe('checking')
    expect(after(STARTED, { type: 'cancelled' }, HALF).step).toBe('cancelled')
    expect(after(HALF)).toBe(IDLE)
  })

  it('does not start twice, and starts again after it ended', () => {
    const other: UploadEvent = { type: 'started', file: 'b.csv' }
    expect(after(STARTED, other)).toMatchObject({ file: 'a.csv' })
    expect(after(STARTED, { type: 'cancelled' }, other)).toEqual({ step: 'preparing', file: 'b.csv' })
  })

  it('is busy only on its way', () => {
    expect(isBusy(IDLE)).toBe(false)
    expect(isBusy(after(STARTED))).toBe(true)
    expect(isBusy(after(STARTED, { type: 'cancelled' }))).toBe(false)
  })
})
