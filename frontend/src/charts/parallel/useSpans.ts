import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { ParallelAxis, PlacedAxis } from './axes'
import { type Growing, grown, passing, type Span, type Spans, spanOfGrowing, withSpan } from './spans'

const NONE: Spans = {}

/** The spans that lines must pass. They are of one set of axes: where values change, places mean others. */
export function useSpans(axes: readonly ParallelAxis[], placed: readonly PlacedAxis[]) {
  const [kept, setKept] = useState({ axes, spans: NONE })
  const growing = useRef<Growing>(undefined)
  const spans = kept.axes === axes ? kept.spans : NONE
  const passes = useMemo(
    () =>
      passing(
        axes.map(({ id }) => id),
        placed,
        spans,
      ),
    [axes, placed, spans],
  )

  function set(axis: string, span: Span | undefined) {
    growing.current = undefined
    setKept({ axes, spans: withSpan(spans, axis, span) })
  }

  function clear() {
    growing.current = undefined
    setKept({ axes, spans: NONE })
  }

  /** Shift with Up or Down makes a span from the value at the cursor on, Delete removes it. Answers the axis. */
  function onKeyDown(event: KeyboardEvent, axis: number, line: number): string | undefined {
    const { id } = axes[axis] ?? {}
    const place = placed[axis]?.places[line]
    if (id === undefined) return undefined
    if (event.key === 'Delete' || event.key === 'Backspace') {
      if (!spans[id]) return undefined
      set(id, undefined)
      return id
    }
    if (!event.shiftKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || place === undefined) {
      return undefined
    }
    const before =
      growing.current?.axis === id && spans[id] ? growing.current : { axis: id, from: place, to: place }
    const next = grown(before, placed[axis]?.places ?? [], event.key === 'ArrowUp')
    setKept({ axes, spans: withSpan(spans, id, spanOfGrowing(next)) })
    growing.current = next
    return id
  }

  return { spans, passes, some: Object.keys(spans).length > 0, set, clear, onKeyDown }
}
