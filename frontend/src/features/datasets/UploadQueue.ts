import type { CsvPreview } from '@/lib/csv/preview'
import { afterEvent, isBusy, isUnderWay, type UploadEvent, type UploadState } from './uploadState'

/** One chosen file. */
export interface Upload {
  id: number
  file: File
  /** Its beginning; undefined while it is read, null if it cannot be. */
  preview: CsvPreview | null | undefined
  state: UploadState
}

/** How a queue does its work. */
export interface UploadWork {
  preview: (file: File) => Promise<CsvPreview>
  /** Sends a file and answers the id of the dataset that it became. */
  upload: (file: File, tell: (event: UploadEvent) => void, signal: AbortSignal) => Promise<string>
  /** Called when an upload has ended, well or not. */
  ended: () => void
}

/** Files sent at a time. */
const AT_ONCE = 2

/** Files on their way to the storage. It outlives the page that shows it, so that one may look around meanwhile. */
export class UploadQueue {
  private uploads: readonly Upload[] = []
  private readonly listeners = new Set<() => void>()
  private readonly controllers = new Map<number, AbortController>()
  private readonly work: UploadWork
  private lastId = 0

  constructor(work: UploadWork) {
    this.work = work
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  snapshot = (): readonly Upload[] => this.uploads

  /** Shows files for a look before they are sent. */
  add(files: Iterable<File>): void {
    for (const file of files) {
      this.lastId += 1
      const id = this.lastId
      this.uploads = [...this.uploads, { id, file, preview: undefined, state: { step: 'chosen' } }]
      void this.work.preview(file).then(
        (preview) => this.change(id, { preview }),
        () => this.change(id, { preview: null }),
      )
    }
    this.emit()
  }

  /** Sends a file, for the first time or again. */
  start(id: number): void {
    this.tell(id, { type: 'queued' })
    this.fill()
  }

  /** Sends every file that was chosen and not sent yet. */
  startAll(): void {
    for (const { id, state } of this.uploads) if (state.step === 'chosen') this.start(id)
  }

  cancel(id: number): void {
    this.tell(id, { type: 'cancelled' })
    this.controllers.get(id)?.abort()
  }

  /** Takes a file off the list; stops it if it is under way. */
  remove(id: number): void {
    this.cancel(id)
    this.uploads = this.uploads.filter((upload) => upload.id !== id)
    this.emit()
  }

  /** Stops everything and forgets it. */
  clear(): void {
    for (const { id } of this.uploads) this.cancel(id)
    this.uploads = []
    this.emit()
  }

  private fill(): void {
    for (const upload of this.uploads) {
      if (this.controllers.size >= AT_ONCE) return
      if (upload.state.step === 'waiting' && !this.controllers.has(upload.id)) void this.send(upload)
    }
  }

  private async send({ id, file }: Upload): Promise<void> {
    const controller = new AbortController()
    this.controllers.set(id, controller)
    this.tell(id, { type: 'started' })
    try {
      const datasetId = await this.work.upload(file, (event) => this.tell(id, event), controller.signal)
      this.tell(id, { type: 'accepted', datasetId })
    } catch (error) {
      if (!controller.signal.aborted) {
        this.tell(id, { type: 'failed', error: error instanceof Error ? error : new Error(String(error)) })
      }
    } finally {
      this.controllers.delete(id)
      this.work.ended()
      this.fill()
    }
  }

  private tell(id: number, event: UploadEvent): void {
    const upload = this.uploads.find((one) => one.id === id)
    if (upload) this.change(id, { state: afterEvent(upload.state, event) })
  }

  private change(id: number, change: Partial<Upload>): void {
    this.uploads = this.uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload))
    this.emit()
  }

  private emit(): void {
    for (const listener of this.listeners) listener()
  }
}

/** How far all uploads together have come. */
export function summaryOf(uploads: readonly Upload[]): { chosen: number; busy: number; underWay: boolean } {
  return {
    chosen: uploads.filter(({ state }) => state.step === 'chosen').length,
    busy: uploads.filter(({ state }) => isBusy(state)).length,
    underWay: uploads.some(({ state }) => isUnderWay(state)),
  }
}
