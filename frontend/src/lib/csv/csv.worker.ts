import { serve } from '../worker/serve'
import { previewOf } from './preview'
import { readTable } from './table'

/** What the CSV worker is asked for. */
export type CsvRequest = { kind: 'preview'; file: Blob; goesOn: boolean } | { kind: 'table'; file: Blob }

serve(async (request: CsvRequest) => {
  if (request.kind === 'table') return readTable(await request.file.text())
  return previewOf(new Uint8Array(await request.file.arrayBuffer()), request.goesOn)
})
