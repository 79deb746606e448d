import type { PlacedAxis } from './axes'

/** A part of an axis in px, from the upper end to the lower. */
export type Span = readonly [upper: number, lower: number]

/** The spans that lines must pass, by the axis's id. */
export type Spans = Readonly<Record<string, Span>>

/** So far a span reaches beyond the values at its ends, so that their marks are inside. */
const MARGIN = 7

/** The span between two places, whichever is above. */
export function spanBetween(one: number, other: number, margin = 0): Span {
  return [Math.min(one, other) - margin, Math.max(one, other) + margin]
}

/** Whether each line passes all spans. One without a value on an axis passes none there. */
export function passing(ids: readonly string[], placed: readonly PlacedAxis[], spans: Spans): boolean[] {
  const lines = placed[0]?.places.length ?? 0
  return Array.from({ length: lines }, (_, line) =>
    ids.every((id, axis) => {
      const span = spans[id]
      const place = placed[axis]?.places[line]
      return span === undefined || (place !== undefined && place >= span[0] && place <= span[1])
    }),
  )
}

/** A span that is being made by keys: it reaches from where it began to where it has got. */
export interface Growing {
  axis: string
  from: number
  to: number
}

/** The span one value further up or down; at the last value it stays. */
export function grown(growing: Growing, places: PlacedAxis['places'], up: boolean): Growing {
  const others = places.filter((place): place is number => place !== undefined)
  const beyond = others.filter((place) => (up ? place < growing.to : place > growing.to))
  return beyond.length === 0 ? growing : { ...growing, to: up ? Math.max(...beyond) : Math.min(...beyond) }
}

/** The span that keys have made. */
export function spanOfGrowing({ from, to }: Growing): Span {
  return spanBetween(from, to, MARGIN)
}

/** Spans with one of an axis, or without. */
export function withSpan(spans: Spans, axis: string, span: Span | undefined): Spans {
  const { [axis]: _, ...others } = spans
  return span === undefined ? others : { ...others, [axis]: span }
}
