import { useCallback, useLayoutEffect, useRef } from 'react'

/** The same function at every render that does what the newest one does: for handlers that many rows have. */
export function useStable<Arguments extends unknown[]>(
  handler: (...values: Arguments) => void,
): (...values: Arguments) => void {
  const latest = useRef(handler)
  useLayoutEffect(() => {
    latest.current = handler
  })
  return useCallback((...values: Arguments) => latest.current(...values), [])
}
