import type { Answer } from './serve'

/** A worker could not do what it was asked for. */
export class WorkerError extends Error {}

let asked = 0

/** Asks a worker and waits for its answer. */
export function ask<Result>(
  worker: Worker,
  request: unknown,
  transfer: Transferable[] = [],
): Promise<Result> {
  asked += 1
  const id = asked
  return new Promise((resolve, reject) => {
    const controller = new AbortController()
    const { signal } = controller
    const settle = (end: () => void) => {
      controller.abort()
      end()
    }
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<Answer<Result>>) => {
        if (data.id !== id) return
        if ('error' in data) settle(() => reject(new WorkerError(data.error)))
        else settle(() => resolve(data.result))
      },
      { signal },
    )
    // A worker whose script cannot be loaded says nothing but this.
    worker.addEventListener('error', (event) => settle(() => reject(new WorkerError(event.message))), {
      signal,
    })
    worker.postMessage({ id, request }, transfer)
  })
}
