import { useEffect, useState } from 'react'

const HALF_MINUTE = 30_000

/** The time, moved on every half minute, so that "3 min ago" stays true. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), HALF_MINUTE)
    return () => clearInterval(timer)
  }, [])
  return now
}
