import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useReducer, useRef } from 'react'
import { keys } from '@/api/keys'
import { uploadDataset } from './uploadDataset'
import { afterEvent, IDLE } from './uploadState'

/** One upload at a time, with progress, cancellation and another attempt. */
export function useUpload() {
  const client = useQueryClient()
  const [state, tell] = useReducer(afterEvent, IDLE)
  const current = useRef<{ file: File; controller: AbortController } | null>(null)

  // Whoever leaves the page of an upload leaves the upload.
  useEffect(() => () => current.current?.controller.abort(), [])

  async function start(file: File) {
    const controller = new AbortController()
    current.current = { file, controller }
    tell({ type: 'started', file: file.name })
    try {
      await uploadDataset(
        file,
        {
          progress: (progress) => tell({ type: 'progressed', progress }),
          sent: () => tell({ type: 'sent' }),
        },
        controller.signal,
      )
      tell({ type: 'accepted' })
    } catch (error) {
      if (controller.signal.aborted) tell({ type: 'cancelled' })
      else tell({ type: 'failed', error: error instanceof Error ? error : new Error(String(error)) })
    } finally {
      await client.invalidateQueries({ queryKey: keys.datasets })
    }
  }

  return {
    state,
    start,
    cancel: () => current.current?.controller.abort(),
    retry: () => {
      if (current.current) void start(current.current.file)
    },
  }
}
