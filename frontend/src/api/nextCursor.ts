/** The cursor of the next page as a `Link` header announces it (RFC 8288), if there is one. */
export function nextCursor(response: Response): string | undefined {
  const link = response.headers.get('link') ?? ''
  const next = /<([^>]*)>\s*;\s*rel="?next"?/.exec(link)?.[1]
  if (next === undefined) return undefined
  return new URL(next, window.location.origin).searchParams.get('cursor') ?? undefined
}
