import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

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
    ...['good', 'warn', 'bad'].flatMap((tone) => [
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
  ])('edge %s on %s is at least 3', (front, back) => {
    expect(ratio(front, back, theme)).toBeGreaterThanOrEqual(3)
  })
})
