import { serve } from '../worker/serve'
import { PREVIEW_BYTES, previewOf } from './preview'
import { readTable } from './table'

/** What the CSV worker is asked for. */
export type CsvRequest = { kind: 'preview'; file: Blob } | { kind: 'table'; file: Blob }

serve(async (request: CsvRequest) => {
  if (request.kind === 'table') return readTable(await request.file.text())
  const start = request.file.slice(0, PREVIEW_BYTES)
  return previewOf(new Uint8Array(await start.arrayBuffer()), request.file.size > PREVIEW_BYTES)
})
