import { ask } from '../worker/ask'
import type { CsvRequest } from './csv.worker'
import { PREVIEW_BYTES, PREVIEW_ROWS } from './limits'
import type { CsvPreview } from './preview'
import type { CsvTable, RaggedRow } from './table'

/** Looks at the beginning of a file, away from the thread that draws the page. */
export function previewCsv(file: Blob): Promise<CsvPreview> {
  const start = file.slice(0, PREVIEW_BYTES)
  return once({ kind: 'preview', file: start, goesOn: file.size > PREVIEW_BYTES, rows: PREVIEW_ROWS })
}

/** Reads as many rows as there are in the beginning of a file; `goesOn` says that there is more than that. */
export function readBeginning(start: Blob, goesOn: boolean, rows: number): Promise<CsvPreview> {
  return once({ kind: 'preview', file: start, goesOn, rows })
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
