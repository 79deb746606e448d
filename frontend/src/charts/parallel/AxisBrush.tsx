import { type PointerEvent, useRef } from 'react'
import { type Span, spanBetween } from './spans'

/** Where a pointer takes hold of an axis, to its left and right, in px. */
const REACH = 12
/** What moves less than this is a click. */
const STILL = 4

interface AxisBrushProps {
  left: number
  top: number
  bottom: number
  /** A span was drawn; none by a click. */
  onSpan: (span: Span | undefined) => void
}

/** A strip over an axis along which a span is drawn. */
export function AxisBrush({ left, top, bottom, onSpan }: AxisBrushProps) {
  const start = useRef<number>(undefined)
  const placeOf = (event: PointerEvent<SVGRectElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    return Math.max(top - REACH, Math.min(event.clientY - box.top + top - REACH, bottom + REACH))
  }
  return (
    <rect
      x={left - REACH}
      y={top - REACH}
      width={2 * REACH}
      height={bottom - top + 2 * REACH}
      fill="transparent"
      className="cursor-ns-resize touch-none"
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = placeOf(event)
      }}
      onPointerMove={(event) => {
        if (start.current === undefined) return
        const place = placeOf(event)
        if (Math.abs(place - start.current) >= STILL) onSpan(spanBetween(start.current, place))
      }}
      onPointerUp={(event) => {
        if (start.current !== undefined && Math.abs(placeOf(event) - start.current) < STILL) onSpan(undefined)
        start.current = undefined
      }}
      onPointerCancel={() => {
        start.current = undefined
      }}
    />
  )
}
