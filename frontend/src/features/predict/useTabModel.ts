import { useCallback, useEffect, useRef, useState } from 'react'
import { OnnxModel } from '@/lib/onnx/OnnxModel'
import { fetchOnnx } from './api'
import type { ModelSchema } from './schema'

/** A model on its way into this tab. */
export type TabModel =
  | { state: 'absent' }
  | { state: 'fetching'; received: number; total: number | undefined }
  | { state: 'starting' }
  | { state: 'ready'; model: OnnxModel }
  | { state: 'failed'; error: Error }

/** Brings a model into this tab when it is asked to, and lets it go with the page. */
export function useTabModel(id: string, schema: ModelSchema) {
  const [tab, setTab] = useState<TabModel>({ state: 'absent' })
  const controller = useRef<AbortController | null>(null)
  const opened = useRef<OnnxModel | null>(null)

  useEffect(
    () => () => {
      controller.current?.abort()
      opened.current?.close()
    },
    [],
  )

  const load = useCallback(async () => {
    controller.current?.abort()
    controller.current = new AbortController()
    const { signal } = controller.current
    setTab({ state: 'fetching', received: 0, total: undefined })
    try {
      const file = await fetchOnnx(
        id,
        (received, total) => setTab({ state: 'fetching', received, total }),
        signal,
      )
      setTab({ state: 'starting' })
      const inputs = schema.inputs.map(({ name, kind }) => ({ name, kind }))
      const model = await OnnxModel.open(file, inputs, schema.labels)
      if (signal.aborted) return model.close()
      opened.current = model
      setTab({ state: 'ready', model })
    } catch (error) {
      if (signal.aborted) return
      setTab({ state: 'failed', error: error instanceof Error ? error : new Error(String(error)) })
    }
  }, [id, schema])

  return { tab, load }
}
