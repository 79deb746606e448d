/** One question to a worker and its answer. */
export interface Question<Request> {
  id: number
  request: Request
}

export type Answer<Result> = { id: number; result: Result } | { id: number; error: string }

/** Inside a worker: answers each question in turn. */
export function serve<Request>(answer: (request: Request) => unknown): void {
  let last: Promise<unknown> = Promise.resolve()
  self.addEventListener('message', ({ data }: MessageEvent<Question<Request>>) => {
    last = last.then(async () => {
      try {
        self.postMessage({ id: data.id, result: await answer(data.request) })
      } catch (error) {
        self.postMessage({ id: data.id, error: error instanceof Error ? error.message : String(error) })
      }
    })
  })
}
