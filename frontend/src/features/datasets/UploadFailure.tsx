import type { ReactNode } from 'react'
import { ApiError } from '@/api/apiError'
import { PutError } from '@/api/putObject'
import { English } from '@/components/ui/English'
import { useI18n } from '@/i18n/I18nProvider'
import { RejectionPlace } from './RejectionPlace'
import { UnreadableFileError } from './uploadDataset'

/** Why a file did not become a dataset: the rule, where, and what would be right. */
export function UploadFailure({ file, error }: { file: string; error: Error }) {
  const { t } = useI18n()
  const reason = useReason(error)
  const broken = error instanceof ApiError ? error.fields.filter((field) => field.rule) : []
  return (
    <div role="alert" className="grid gap-1 text-bad text-sm">
      <p className="font-medium">{t.upload.failed(file)}</p>
      {broken.length > 0 ? (
        broken.map((field) => (
          <div key={`${field.rule} ${field.line} ${field.column}`} className="grid gap-1">
            <p lang="en" className="break-words">
              {field.detail}
            </p>
            <RejectionPlace place={field} />
          </div>
        ))
      ) : (
        <p className="break-words">{reason}</p>
      )}
    </div>
  )
}

/** The reason for what went wrong on the way, of which the API may know nothing. */
function useReason(error: Error): ReactNode {
  const { t } = useI18n()
  if (error instanceof UnreadableFileError) return t.upload.unreadableFile
  if (error instanceof ApiError) {
    return error.detail ? <English>{error.detail}</English> : t.errors.failures[error.code]
  }
  if (error instanceof PutError && error.status > 0) return t.upload.storageRefused(error.status)
  return t.upload.storageUnreachable
}
