import { ask } from '../worker/ask'
import type { CsvRequest } from './csv.worker'
import { PREVIEW_BYTES } from './limits'
import type { CsvPreview } from './preview'
import type { CsvTable, RaggedRow } from './table'

/** Looks at the beginning of a file, away from the thread that draws the page. */
export function previewCsv(file: Blob): Promise<CsvPreview> {
  const start = file.slice(0, PREVIEW_BYTES)
  return once({ kind: 'preview', file: start, goesOn: file.size > PREVIEW_BYTES })
}

/** Reads a whole file, away from the thread that draws the page. */
export function readCsv(file: Blob): Promise<CsvTable | { ragged: RaggedRow }> {
  return once({ kind: 'table', file })
}

async function once<Result>(request: CsvRequest): Promise<Result> {
  const worker = new Worker(new URL('./csv.worker.ts', import.meta.url), { type: 'module' })
  try {
    return await ask<Result>(worker, request)
  } finally {
    worker.terminate()
  }
}
