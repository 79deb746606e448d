// Draws the page's icons from public/icon.svg with the browser of the tests: `npm run icons` after a change of the logo.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { launchOptions } from './browser.mjs'

const PUBLIC = fileURLToPath(new URL('../public', import.meta.url))
/** Systems cut a maskable icon to their own shape; only the middle four fifths are sure to be seen. */
const SAFE = 0.8

const ICONS = [
  { file: 'icon-192.png', size: 192 },
  { file: 'icon-512.png', size: 512 },
  { file: 'maskable-192.png', size: 192, maskable: true },
  { file: 'maskable-512.png', size: 512, maskable: true },
  { file: 'apple-touch-icon.png', size: 180, maskable: true },
]

/** The logo as a page of its own size; a maskable one fills its square with the logo's ground. */
function pageOf(svg, size, maskable) {
  const ground = /<rect[^>]*fill="([^"]+)"/.exec(svg)?.[1]
  if (maskable && !ground) throw new Error('icon.svg has no <rect fill="…"> to fill a maskable icon with')
  const side = maskable ? size * SAFE : size
  return `<body style="margin:0;display:grid;place-items:center;height:${size}px;background:${maskable ? ground : 'transparent'}">
    <div style="width:${side}px;height:${side}px">${svg}</div></body>`
}

const svg = readFileSync(join(PUBLIC, 'icon.svg'), 'utf8')
const browser = await chromium.launch(launchOptions())
mkdirSync(join(PUBLIC, 'icons'), { recursive: true })
for (const { file, size, maskable = false } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(pageOf(svg, size, maskable))
  const image = await page.screenshot({ omitBackground: true })
  writeFileSync(join(PUBLIC, 'icons', file), image)
  console.log(`public/icons/${file}: ${size} px, ${image.length} bytes`)
  await page.close()
}
await browser.close()
