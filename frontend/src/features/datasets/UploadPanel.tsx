import { type ChangeEvent, useRef } from 'react'
import { Button } from '@/components/ui/Button'
import { useI18n } from '@/i18n/I18nProvider'
import { UploadStatus } from './UploadStatus'
import { isBusy } from './uploadState'
import { useUpload } from './useUpload'

/** Where a CSV is chosen and its way to the storage is watched. */
export function UploadPanel() {
  const { t } = useI18n()
  const input = useRef<HTMLInputElement>(null)
  const upload = useUpload()
  const busy = isBusy(upload.state)

  function onChange(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0]
    // Emptied, so that the same file can be chosen again after it was mended.
    event.target.value = ''
    if (file) void upload.start(file)
  }

  return (
    <section
      aria-labelledby="upload-heading"
      className="grid gap-3 rounded-xl border border-line bg-surface p-5"
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <h2 id="upload-heading" className="font-semibold text-lg">
            {t.datasets.upload}
          </h2>
          <p className="text-muted text-sm">{t.datasets.uploadHint}</p>
        </div>
        <Button kind="primary" disabled={busy} onClick={() => input.current?.click()}>
          {t.datasets.choose}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".csv,text/csv"
          aria-label={t.datasets.upload}
          tabIndex={-1}
          className="hidden"
          onChange={onChange}
        />
      </div>
      <UploadStatus state={upload.state} onCancel={upload.cancel} onRetry={upload.retry} />
    </section>
  )
}
