/** Why bytes are no text that a CSV could be. */
export type NotText = 'binary' | 'not-utf8'

/**
 * The text of the beginning of a file, without a byte order mark, or why it is none. A character that is cut at the end
 * is left out, because the file goes on there.
 */
export function decode(bytes: Uint8Array, goesOn: boolean): string | { problem: NotText } {
  if (bytes.includes(0)) return { problem: 'binary' }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: goesOn })
  } catch {
    return { problem: 'not-utf8' }
  }
}
