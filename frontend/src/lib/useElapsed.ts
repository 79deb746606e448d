import { useEffect, useState } from 'react'

/** Milliseconds since a moment, counted on every second; until `end` where there is one. */
export function useElapsed(start: string, end: string | null): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (end !== null) return
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [end])
  return Math.max((end === null ? now : Date.parse(end)) - Date.parse(start), 0)
}
