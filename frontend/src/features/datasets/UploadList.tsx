import { useEffect, useRef } from 'react'
import { useAnnounce } from '@/components/ui/Announcer'
import { Button } from '@/components/ui/Button'
import { useI18n } from '@/i18n/I18nProvider'
import { UploadCard } from './UploadCard'
import { summaryOf } from './UploadQueue'
import { useUploadQueue, useUploads } from './UploadsProvider'
import type { UploadState } from './uploadState'

/** The chosen files: what is in them, and how far each has come. */
export function UploadList() {
  const { t } = useI18n()
  const queue = useUploadQueue()
  const uploads = useUploads()
  const { chosen } = summaryOf(uploads)
  useSpokenEnds()
  if (uploads.length === 0) return null
  return (
    <section aria-labelledby="uploads-heading" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="uploads-heading" className="font-semibold text-lg">
          {t.upload.queue}
        </h2>
        {chosen > 1 && (
          <Button kind="primary" onClick={() => queue.startAll()}>
            {t.upload.sendAll(chosen)}
          </Button>
        )}
      </div>
      <ul className="grid gap-3">
        {uploads.map((upload) => (
          <UploadCard key={upload.id} upload={upload} queue={queue} />
        ))}
      </ul>
    </section>
  )
}

/** Says how each upload ended to those who cannot see it. */
function useSpokenEnds() {
  const { t } = useI18n()
  const announce = useAnnounce()
  const uploads = useUploads()
  const before = useRef(new Map<number, UploadState['step']>())
  useEffect(() => {
    for (const { id, file, state } of uploads) {
      const known = before.current.get(id)
      if (known !== state.step && state.step === 'done') announce(t.upload.done(file.name))
      if (known !== state.step && state.step === 'cancelled') announce(t.upload.cancelled(file.name))
    }
    before.current = new Map(uploads.map(({ id, state }) => [id, state.step]))
  }, [uploads, announce, t])
}
