import { describe, expect, it } from 'vitest'
import { afterEvent, isBusy, type UploadEvent, type UploadState } from './uploadState'

const after = (...events: UploadEvent[]): UploadState => events.reduce(afterEvent, { step: 'chosen' })
const QUEUED: UploadEvent = { type: 'queued' }
const STARTED: UploadEvent = { type: 'started' }
const HALF: UploadEvent = { type: 'progressed', progress: { sent: 1, total: 2 } }
const SENT: UploadEvent = { type: 'sent' }
const ACCEPTED: UploadEvent = { type: 'accepted', datasetId: 'd' }

describe('an upload', () => {
  it('goes from waiting over sending and checking to done', () => {
    expect(after(QUEUED)).toEqual({ step: 'waiting' })
    expect(after(QUEUED, STARTED)).toEqual({ step: 'preparing' })
    expect(after(QUEUED, STARTED, HALF)).toEqual({ step: 'sending', progress: { sent: 1, total: 2 } })
    expect(after(QUEUED, STARTED, HALF, SENT)).toEqual({ step: 'checking' })
    expect(after(QUEUED, STARTED, HALF, SENT, ACCEPTED)).toEqual({ step: 'done', datasetId: 'd' })
  })

  it.each([[[STARTED]], [[STARTED, HALF]], [[STARTED, SENT]]] as UploadEvent[][][])(
    'can fail and be cancelled at every step',
    (events) => {
      const error = new Error('no')
      expect(after(QUEUED, ...events, { type: 'failed', error })).toEqual({ step: 'failed', error })
      expect(after(QUEUED, ...events, { type: 'cancelled' })).toEqual({ step: 'cancelled' })
    },
  )

  it('does not go back when news come late', () => {
    expect(after(QUEUED, STARTED, SENT, HALF).step).toBe('checking')
    expect(after(QUEUED, STARTED, SENT, ACCEPTED, { type: 'cancelled' }).step).toBe('done')
    expect(after(QUEUED, { type: 'cancelled' }, STARTED, HALF).step).toBe('cancelled')
    expect(after(HALF).step).toBe('chosen')
  })

  it('starts again after it ended, but not after it is done', () => {
    expect(after(QUEUED, { type: 'cancelled' }, QUEUED).step).toBe('waiting')
    expect(after(QUEUED, STARTED, SENT, ACCEPTED, QUEUED).step).toBe('done')
  })

  it('is busy from its turn in the queue to its end', () => {
    expect(isBusy(after())).toBe(false)
    expect(isBusy(after(QUEUED))).toBe(true)
    expect(isBusy(after(QUEUED, STARTED, HALF))).toBe(true)
    expect(isBusy(after(QUEUED, STARTED, { type: 'cancelled' }))).toBe(false)
  })
})
