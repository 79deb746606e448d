/** Identities of series: a hue and a marker each, so that they are told apart without colour as well. */
export interface Mark {
  /** 1 to 8. */
  hue: number
  /** 0 to 7. */
  marker: number
}

const HUES = 8

/** Outlines around 0,0 that fit into a circle of radius 1, all of about the same weight. */
const MARKERS = [
  'M0,-0.9A0.9,0.9 0 1 1 0,0.9A0.9,0.9 0 1 1 0,-0.9Z',
  'M-0.8,-0.8H0.8V0.8H-0.8Z',
  'M0,-1.05L1,0.75H-1Z',
  'M0,-1.15L1.15,0L0,1.15L-1.15,0Z',
  'M0,1.05L1,-0.75H-1Z',
  'M-0.35,-1.05H0.35V-0.35H1.05V0.35H0.35V1.05H-0.35V0.35H-1.05V-0.35H-0.35Z',
  'M-1.05,-0.55L-0.55,-1.05L0,-0.5L0.55,-1.05L1.05,-0.55L0.5,0L1.05,0.55L0.55,1.05L0,0.5L-0.55,1.05L-1.05,0.55L-0.5,0Z',
  'M0,-1.1L1.05,-0.34L0.65,0.9H-0.65L-1.05,-0.34Z',
] as const

/** Dashes that stay readable on short smooth lines; the first is none. */
const DASHES = ['', '7 3', '2 3', '9 3 2 3', '4 2', '1 2', '12 4', '6 2 1 2 1 2'] as const

/** The mark of the series at a place in a list. */
export function markAt(index: number): Mark {
  return { hue: (index % HUES) + 1, marker: index % MARKERS.length }
}

/** The mark of a thing with an identity: the same wherever it is shown. */
export function markOf(id: string): Mark {
  const hash = hashOf(id)
  return { hue: (hash % HUES) + 1, marker: Math.floor(hash / HUES) % MARKERS.length }
}

/**
 * The marks of things that are shown together: each its own, as {@link markOf} has it. Where two are the same, the later
 * one keeps its hue and takes the next marker that is free.
 */
export function marksOf(ids: readonly string[]): Mark[] {
  const taken = new Set<string>()
  return ids.map((id) => {
    let mark = markOf(id)
    for (let step = 0; step < MARKERS.length && taken.has(`${mark.hue} ${mark.marker}`); step += 1) {
      mark = { ...mark, marker: (mark.marker + 1) % MARKERS.length }
    }
    taken.add(`${mark.hue} ${mark.marker}`)
    return mark
  })
}

/** 32-bit FNV-1a, mixed once more so that neighbouring ids get different colours. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

/** A hue as CSS. */
export function colourOf(mark: Mark): string {
  return `var(--data-${mark.hue})`
}

/** A marker's outline as path data, around 0,0 with a radius of 1. */
export function outlineOf(mark: Mark): string {
  return MARKERS[mark.marker] ?? MARKERS[0]
}

/** A mark's dash for SVG, or undefined for a whole line. */
export function dashOf(mark: Mark): string | undefined {
  return DASHES[mark.marker] || undefined
}
