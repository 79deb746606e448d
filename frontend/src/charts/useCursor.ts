import { type KeyboardEvent, type PointerEvent, useState } from 'react'

/** A value that is pointed at: which series, and which of its points. */
export interface Place {
  series: number
  index: number
}

interface CursorOptions {
  /** How many points each series has. */
  lengths: readonly number[]
  /** What to say about a place. */
  say: (place: Place) => string
  /** The place nearest to a spot in px, if one is near. */
  nearest: (x: number, y: number) => Place | undefined
  /** What Enter and a click do with the place that the cursor is on. */
  open?: ((place: Place) => void) | undefined
}

/**
 * A cursor on a chart. Left and Right go from point to point, Up and Down from series to series, Home and End to the
 * ends, Page up and down in tenths, Escape away. What keys reach is said; what the pointer reaches is only shown.
 */
export function useCursor({ lengths, say, nearest, open }: CursorOptions) {
  const [place, setPlace] = useState<Place>()
  const [spoken, setSpoken] = useState('')
  const valid = place && place.index < (lengths[place.series] ?? 0) ? place : undefined

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Escape') {
      setPlace(undefined)
      return
    }
    if (event.key === 'Enter' && valid) open?.(valid)
    const next = nextPlace(event.key, valid, lengths)
    if (!next) return
    event.preventDefault()
    setPlace(next)
    setSpoken(say(next))
  }

  function onPointerMove(event: PointerEvent<HTMLElement>) {
    const box = event.currentTarget.getBoundingClientRect()
    setPlace(nearest(event.clientX - box.left, event.clientY - box.top))
  }

  function onClick() {
    if (valid) open?.(valid)
  }

  const leave = () => setPlace(undefined)
  return {
    place: valid,
    spoken,
    handlers: { onKeyDown, onPointerMove, onClick, onPointerLeave: leave, onBlur: leave },
    /** Whether there is something to open. */
    opens: open !== undefined,
  }
}

/** Where a key leads, or undefined for any other key. */
export function nextPlace(
  key: string,
  from: Place | undefined,
  lengths: readonly number[],
): Place | undefined {
  const drawn = lengths.flatMap((length, series) => (length > 0 ? [series] : []))
  const first = drawn[0]
  if (first === undefined) return undefined
  const { series, index } = from ?? { series: first, index: -1 }
  const length = lengths[series] ?? 0
  const to = (target: number) => ({ series, index: Math.max(0, Math.min(target, length - 1)) })
  const tenth = Math.max(1, Math.round(length / 10))
  switch (key) {
    case 'ArrowRight':
      return to(index + 1)
    case 'ArrowLeft':
      return to(from ? index - 1 : length - 1)
    case 'Home':
      return to(0)
    case 'End':
      return to(length - 1)
    case 'PageDown':
      return to(index + tenth)
    case 'PageUp':
      return to(index - tenth)
    case 'ArrowUp':
    case 'ArrowDown':
      return otherSeries(key === 'ArrowDown' ? 1 : -1)
    default:
      return undefined
  }

  /** The same share of the way on the series before or after. */
  function otherSeries(step: number): Place {
    const target = drawn[(drawn.indexOf(series) + step + drawn.length) % drawn.length] ?? series
    const share = length > 1 ? Math.max(index, 0) / (length - 1) : 0
    return { series: target, index: Math.round(share * ((lengths[target] ?? 1) - 1)) }
  }
}
