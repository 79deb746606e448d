/** Lower-case hex SHA-256, or undefined where the browser offers none (pages over plain HTTP). */
export async function sha256(content: Blob): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(await content.arrayBuffer()))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
