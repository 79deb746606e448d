import { useEffect, useRef, useState } from 'react'

const PAUSE = 250

/**
 * A text that follows the keys at once and is handed on when they pause; where it is changed from outside, as by going
 * back, it follows that.
 */
export function useTypedText(
  value: string,
  onPause: (text: string) => void,
): [string, (text: string) => void] {
  const [text, setText] = useState(value)
  const handed = useRef(value)
  const latest = useRef(onPause)
  latest.current = onPause

  useEffect(() => {
    if (value === handed.current) return
    handed.current = value
    setText(value)
  }, [value])

  useEffect(() => {
    if (text === handed.current) return
    const timer = setTimeout(() => {
      handed.current = text
      latest.current(text)
    }, PAUSE)
    return () => clearTimeout(timer)
  }, [text])

  return [text, setText]
}
