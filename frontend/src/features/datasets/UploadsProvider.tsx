import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from 'react'
import { keys } from '@/api/keys'
import { previewCsv } from '@/lib/csv/readCsv'
import { summaryOf, UploadQueue } from './UploadQueue'
import { uploadDataset } from './uploadDataset'

const UploadsContext = createContext<UploadQueue | null>(null)

/** Keeps the uploads of whoever is signed in, whichever page is shown. */
export function UploadsProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient()
  const [queue] = useState(
    () =>
      new UploadQueue({
        preview: previewCsv,
        upload: uploadDataset,
        ended: () => void client.invalidateQueries({ queryKey: keys.datasets }),
      }),
  )

  useEffect(() => {
    // The browser asks before it leaves the page, and with it the uploads.
    const ask = (event: BeforeUnloadEvent) => {
      if (summaryOf(queue.snapshot()).underWay) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => {
      window.removeEventListener('beforeunload', ask)
      queue.clear()
    }
  }, [queue])

  return <UploadsContext value={queue}>{children}</UploadsContext>
}

export function useUploadQueue(): UploadQueue {
  const queue = use(UploadsContext)
  if (!queue) throw new Error('useUploadQueue is used outside UploadsProvider')
  return queue
}

export function useUploads() {
  const queue = useUploadQueue()
  return useSyncExternalStore(queue.subscribe, queue.snapshot)
}
