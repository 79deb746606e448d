import type { SentBytes } from '@/api/putObject'

/** Where the upload of one file stands. */
export type UploadState =
  | { step: 'chosen' }
  | { step: 'waiting' }
  | { step: 'preparing' }
  | { step: 'sending'; progress: SentBytes }
  | { step: 'checking' }
  | { step: 'done'; datasetId: string }
  | { step: 'failed'; error: Error }
  | { step: 'cancelled' }

/** What happens to an upload. */
export type UploadEvent =
  | { type: 'queued' }
  | { type: 'started' }
  | { type: 'progressed'; progress: SentBytes }
  | { type: 'sent' }
  | { type: 'accepted'; datasetId: string }
  | { type: 'failed'; error: Error }
  | { type: 'cancelled' }

const UNDER_WAY = ['preparing', 'sending', 'checking'] as const
type UnderWay = (typeof UNDER_WAY)[number]

/** Whether something is being done for the file right now. */
export function isUnderWay(state: UploadState): state is Extract<UploadState, { step: UnderWay }> {
  return (UNDER_WAY as readonly string[]).includes(state.step)
}

/** Whether the file is under way or will be. */
export function isBusy(state: UploadState): boolean {
  return state.step === 'waiting' || isUnderWay(state)
}

/** The next state. What comes too late, such as progress after a cancellation, changes nothing. */
export function afterEvent(state: UploadState, event: UploadEvent): UploadState {
  if (event.type === 'queued') return isBusy(state) || state.step === 'done' ? state : { step: 'waiting' }
  if (event.type === 'started') return state.step === 'waiting' ? { step: 'preparing' } : state
  if (event.type === 'cancelled') return isBusy(state) ? { step: 'cancelled' } : state
  if (!isUnderWay(state)) return state
  switch (event.type) {
    case 'progressed':
      return state.step === 'checking' ? state : { step: 'sending', progress: event.progress }
    case 'sent':
      return { step: 'checking' }
    case 'accepted':
      return state.step === 'checking' ? { step: 'done', datasetId: event.datasetId } : state
    case 'failed':
      return { step: 'failed', error: event.error }
  }
}
