import { mayPassLater } from '@/api/apiError'
import { PutError } from '@/api/putObject'
import { Button } from '@/components/ui/Button'
import { Failure } from '@/components/ui/Failure'
import { Notice } from '@/components/ui/Notice'
import { Progress } from '@/components/ui/Progress'
import { useI18n } from '@/i18n/I18nProvider'
import { UnreadableFileError } from './uploadDataset'
import { isBusy, type UploadState } from './uploadState'

interface UploadStatusProps {
  state: UploadState
  onCancel: () => void
  onRetry: () => void
}

/** What is happening to the chosen file. */
export function UploadStatus({ state, onCancel, onRetry }: UploadStatusProps) {
  const { t } = useI18n()
  if (isBusy(state)) return <UploadProgress state={state} onCancel={onCancel} />
  switch (state.step) {
    case 'idle':
      return null
    case 'done':
      return <Notice tone="good">{t.upload.done(state.file)}</Notice>
    case 'cancelled':
      return <Notice tone="warn">{t.upload.cancelled}</Notice>
    case 'failed':
      return <UploadFailure file={state.file} error={state.error} onRetry={onRetry} />
  }
}

function UploadProgress(props: {
  state: Extract<UploadState, { step: 'preparing' | 'sending' | 'checking' }>
  onCancel: () => void
}) {
  const { t, format } = useI18n()
  const { state } = props
  const { sent, total } = state.step === 'sending' ? state.progress : { sent: 0, total: 0 }
  const words = { preparing: t.upload.preparing, sending: t.upload.sending, checking: t.upload.checking }
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p>
          <span className="break-all font-medium">{state.file}</span>{' '}
          <span role="status" className="text-muted">
            {words[state.step]}
          </span>{' '}
          {state.step === 'sending' && (
            <span className="text-muted tabular-nums">
              {t.upload.progress(format.bytes(sent), format.bytes(total))}
            </span>
          )}
        </p>
        <Button kind="plain" onClick={props.onCancel}>
          {t.upload.cancel}
        </Button>
      </div>
      <Progress label={t.upload.progressLabel(state.file)} done={sent} total={total} />
    </div>
  )
}

function UploadFailure(props: { file: string; error: Error; onRetry: () => void }) {
  const { t } = useI18n()
  const own = useOwnReason(props.error)
  if (own === undefined) {
    const retry = mayPassLater(props.error) ? { onRetry: props.onRetry } : {}
    return <Failure title={t.upload.failed(props.file)} error={props.error} {...retry} />
  }
  return (
    <Notice tone="bad">
      <p className="font-medium">{t.upload.failed(props.file)}</p>
      <p>{own}</p>
      <div className="mt-1">
        <Button onClick={props.onRetry}>{t.app.tryAgain}</Button>
      </div>
    </Notice>
  )
}

/** The reason for what went wrong on the way to the storage, of which the API knows nothing. */
function useOwnReason(error: Error): string | undefined {
  const { t } = useI18n()
  if (error instanceof UnreadableFileError) return t.upload.unreadableFile
  if (!(error instanceof PutError)) return undefined
  return error.status === 0 ? t.upload.storageUnreachable : t.upload.storageRefused(error.status)
}
