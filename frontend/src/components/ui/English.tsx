import type { ReactNode } from 'react'

/** A sentence of the server's own: English, whatever language the page is in, and read out as such. */
export function English({ children }: { children: ReactNode }) {
  return <span lang="en">{children}</span>
}
