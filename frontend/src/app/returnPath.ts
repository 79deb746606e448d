/** Where to go after signing in: a path of this site, or undefined for anything else. */
export function safeReturnPath(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.startsWith('/')) return undefined
  const url = URL.canParse(value, window.location.origin) ? new URL(value, window.location.origin) : undefined
  // "//elsewhere" and "/\elsewhere" are other sites.
  return url?.origin === window.location.origin ? url.pathname + url.search + url.hash : undefined
}
