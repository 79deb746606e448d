// By themselves, because the page needs them without the parser, which only the worker loads.

/** How much of a file is looked at before it is uploaded. */
export const PREVIEW_BYTES = 256 * 1024
/** Rows that are shown of it. */
export const PREVIEW_ROWS = 50
