import type { SentBytes } from '@/api/putObject'

/** Where an upload stands. */
export type UploadState =
  | { step: 'idle' }
  | { step: 'preparing'; file: string }
  | { step: 'sending'; file: string; progress: SentBytes }
  | { step: 'checking'; file: string }
  | { step: 'done'; file: string }
  | { step: 'failed'; file: string; error: Error }
  | { step: 'cancelled'; file: string }

/** What happens to an upload. */
export type UploadEvent =
  | { type: 'started'; file: string }
  | { type: 'progressed'; progress: SentBytes }
  | { type: 'sent' }
  | { type: 'accepted' }
  | { type: 'failed'; error: Error }
  | { type: 'cancelled' }

export const IDLE: UploadState = { step: 'idle' }

/** Whether an upload is under way. */
export function isBusy(
  state: UploadState,
): state is Extract<UploadState, { step: 'preparing' | 'sending' | 'checking' }> {
  return state.step === 'preparing' || state.step === 'sending' || state.step === 'checking'
}

/** The next state. What comes too late, such as progress after a cancellation, changes nothing. */
export function afterEvent(state: UploadState, event: UploadEvent): UploadState {
  if (event.type === 'started') return isBusy(state) ? state : { step: 'preparing', file: event.file }
  if (!isBusy(state)) return state
  const { file } = state
  switch (event.type) {
    case 'progressed':
      return state.step === 'checking' ? state : { step: 'sending', file, progress: event.progress }
    case 'sent':
      return { step: 'checking', file }
    case 'accepted':
      return state.step === 'checking' ? { step: 'done', file } : state
    case 'failed':
      return { step: 'failed', file, error: event.error }
    case 'cancelled':
      return { step: 'cancelled', file }
  }
}
