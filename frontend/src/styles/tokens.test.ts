import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const HUES = [1, 2, 3, 4, 5, 6, 7, 8]
const STEPS = [1, 2, 3, 4, 5, 6, 7]

type Rgb = [number, number, number]

const SOURCE = readFileSync('src/styles/tokens.css', 'utf8')
const TOKEN = /--([\w-]+):\s*light-dark\(oklch\(([^)]+)\),\s*oklch\(([^)]+)\)\)/g

const tokens = new Map(
  Array.from(SOURCE.matchAll(TOKEN), ([, name, light, dark]) => [
    name as string,
    { light: linearRgb(light as string), dark: linearRgb(dark as string) },
  ]),
)

/** OKLCH to linear sRGB, clipped to what a screen shows (https://bottosson.github.io/posts/oklab/). */
function linearRgb(oklch: string): Rgb {
  const [lightness = 0, chroma = 0, hue = 0] = oklch.split(/\s+/).map(Number.parseFloat)
  const L = lightness / 100
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3
  const rgb: Rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  return rgb.map((value) => Math.min(Math.max(value, 0), 1)) as Rgb
}

/** Contrast of WCAG 2.1, 1 to 21. */
function contrast(one: Rgb, other: Rgb): number {
  const [r1, g1, b1] = one
  const [r2, g2, b2] = other
  const first = 0.2126 * r1 + 0.7152 * g1 + 0.0722 * b1
  const second = 0.2126 * r2 + 0.7152 * g2 + 0.0722 * b2
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05)
}

function ratio(front: string, back: string, theme: 'light' | 'dark'): number {
  const [a, b] = [tokens.get(front), tokens.get(back)]
  if (!a || !b) throw new Error(`no token ${a ? back : front}`)
  return contrast(a[theme], b[theme])
}

describe.each(['light', 'dark'] as const)('contrast, %s', (theme) => {
  it.each([
    ...['paper', 'surface', 'sunken'].flatMap((back) => [
      ['ink', back],
      ['muted', back],
    ]),
    ...['paper', 'surface', 'sunken'].map((back) => ['action', back]),
    ['on-action', 'action'],
    ['on-action', 'action-strong'],
    ...['ink', 'muted', 'action'].map((front) => [front, 'action-soft']),
    ...['seq', 'div'].flatMap((scale) => STEPS.map((step) => [`on-${scale}-${step}`, `${scale}-${step}`])),
    ...['good', 'warn', 'bad', 'info'].flatMap((tone) => [
      [tone, `${tone}-soft`],
      ['ink', `${tone}-soft`],
      ['muted', `${tone}-soft`],
      [tone, 'surface'],
      [tone, 'sunken'],
    ]),
  ])('text %s on %s is at least 4.5', (front, back) => {
    expect(ratio(front as string, back as string, theme)).toBeGreaterThanOrEqual(4.5)
  })

  it.each([
    ['control', 'surface'],
    ['control', 'paper'],
    ['action', 'sunken'],
    ...HUES.flatMap((hue) => ['paper', 'surface', 'sunken'].map((back) => [`data-${hue}`, back])),
  ])('edge %s on %s is at least 3', (front, back) => {
    expect(ratio(front as string, back as string, theme)).toBeGreaterThanOrEqual(3)
  })
})

/** What people with a kind of colour vision see of linear sRGB, at full strength (Machado, Oliveira, Fernandes 2009). */
const VISION = {
  usual: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const

function seen([r, g, b]: Rgb, matrix: readonly number[]): Rgb {
  const row = (i: number) => (matrix[i] ?? 0) * r + (matrix[i + 1] ?? 0) * g + (matrix[i + 2] ?? 0) * b
  return [0, 3, 6].map((i) => Math.min(Math.max(row(i), 0), 1)) as Rgb
}

/** Distance in OKLab; about 0.02 is just noticeable. */
function distance(one: Rgb, other: Rgb): number {
  const [a, b] = [oklab(one), oklab(other)]
  return Math.hypot(...a.map((value, index) => value - (b[index] ?? 0)))
}

function oklab([r, g, b]: Rgb): number[] {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

describe.each(['light', 'dark'] as const)('the hues for data, %s', (theme) => {
  const pairs = HUES.flatMap((one) =>
    HUES.filter((other) => other > one).map((other) => [one, other] as const),
  )
  const colour = (hue: number) => tokens.get(`data-${hue}`)?.[theme] as Rgb

  it.each(Object.entries(VISION))('are apart for %s colour vision', (_, matrix) => {
    for (const [one, other] of pairs) {
      const apart = distance(seen(colour(one), matrix), seen(colour(other), matrix))
      expect(apart, `data-${one} and data-${other}`).toBeGreaterThanOrEqual(0.08)
    }
  })
})
