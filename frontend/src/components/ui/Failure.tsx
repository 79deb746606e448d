import { ApiError } from '@/api/apiError'
import { useI18n } from '@/i18n/I18nProvider'
import { Button } from './Button'
import { English } from './English'
import { Notice } from './Notice'

/** An error of the API: what it means, the server's reason, and what to do. */
export function Failure(props: { error: Error; title?: string; onRetry?: () => void }) {
  const { t } = useI18n()
  const error =
    props.error instanceof ApiError ? props.error : new ApiError('unreadable', props.error.message)
  return (
    <Notice tone="bad">
      <p className="font-medium">{props.title ?? t.errors.failures[error.code]}</p>
      <Reason error={error} />
      {error.retryAfter !== undefined && <p>{t.errors.retryIn(error.retryAfter)}</p>}
      {error.code === 'internal' && error.requestId && (
        <p className="text-muted text-sm">{t.errors.requestId(error.requestId)}</p>
      )}
      {props.onRetry && (
        <div className="mt-1">
          <Button onClick={props.onRetry}>{t.app.tryAgain}</Button>
        </div>
      )}
    </Notice>
  )
}

/** Every bad value where the server names several, else its one sentence. */
function Reason({ error }: { error: ApiError }) {
  if (error.fields.length > 1) {
    return (
      <ul className="list-disc pl-5">
        {error.fields.map((field) => (
          <li key={`${field.pointer} ${field.detail}`}>
            <English>{field.detail}</English>
          </li>
        ))}
      </ul>
    )
  }
  if (!error.detail) return null
  return (
    <p className="break-words">
      <English>{error.detail}</English>
    </p>
  )
}
