// Photographs every page: `npm run screenshots` with a running platform. The pictures and a page to leaf through them go to
// .local/screenshots; two of them, named with --docs, to docs/images. `-- --only=run` takes those whose names begin so.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { launchOptions, PLATFORM } from './browser.mjs'
import { PUBLIC_PAGES, SIGNED_IN_PAGES } from './everyPage.mjs'
import { makeWorkbench } from './workbench.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const TARGET = join(ROOT, '.local', 'screenshots')
const DOCS = join(ROOT, 'docs', 'images')

const STILL_MS = 800
const THEMES = ['light', 'dark']
const WIDTHS = {
  wide: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
  ultrawide: { width: 2560, height: 1200 },
}
/** What each page is photographed in. */
const LOOKS = [
  ...THEMES.flatMap((theme) => ['wide', 'phone'].map((size) => ({ theme, size, locale: 'en' }))),
  { theme: 'light', size: 'ultrawide', locale: 'en' },
  // Longer words in light, other shapes in dark.
  { theme: 'light', size: 'wide', locale: 'ru' },
  { theme: 'dark', size: 'phone', locale: 'ru' },
]
/** What README.md shows. */
const FOR_README = [
  { name: 'overview', theme: 'light' },
  { name: 'run-classification', theme: 'dark' },
]

/** Opens a page and waits until it has read and drawn what it shows. */
async function settle(page, path) {
  await page.goto(PLATFORM + path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForFunction(() => document.querySelector('.motion-safe\\:animate-pulse') === null)
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  await page.evaluate(untilStill, STILL_MS)
}

/** Runs in the page: waits until nothing in it has changed for so many milliseconds. */
function untilStill(duration) {
  return new Promise((resolve) => {
    let timer = setTimeout(resolve, duration)
    new MutationObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(resolve, duration)
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
}

/** A context in a theme, a width and a language, signed in or not. */
async function contextFor(browser, { theme, size, locale, workbench }) {
  const context = await browser.newContext({
    viewport: WIDTHS[size],
    colorScheme: theme,
    reducedMotion: 'reduce',
  })
  await context.addInitScript((chosen) => localStorage.setItem('stint.locale', chosen), locale)
  if (workbench) {
    await context.addCookies(workbench.cookies.map((cookie) => ({ ...cookie, url: PLATFORM })))
    await context.addInitScript(() => localStorage.setItem('stint.signed-in', '1'))
  }
  return context
}

/** Every picture that is to be taken: name of the page, address, theme, size, language. */
function* pictures(workbench) {
  const pages = [
    ...PUBLIC_PAGES.map((page) => ({ ...page, signedIn: false })),
    ...SIGNED_IN_PAGES.map(({ name, path }) => ({ name, path: path(workbench), signedIn: true })),
  ]
  const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length)
  for (const look of LOOKS) {
    for (const page of pages) if (!only || page.name.startsWith(only)) yield { ...page, ...look }
  }
}

/** Takes all pictures into TARGET; answers their file names. */
async function takeAll(browser, workbench) {
  rmSync(TARGET, { recursive: true, force: true })
  mkdirSync(TARGET, { recursive: true })
  const taken = []
  for (const { name, path, signedIn, theme, size, locale } of pictures(workbench)) {
    const context = await contextFor(browser, { theme, size, locale, workbench: signedIn && workbench })
    const page = await context.newPage()
    await settle(page, path)
    const file = `${name}.${locale}.${theme}.${size}.png`
    await page.screenshot({ path: join(TARGET, file), fullPage: true })
    taken.push({ file, name, theme, size, locale })
    console.log(file)
    await context.close()
  }
  return taken
}

/** A page with all pictures, each beside its other theme and width. */
function albumOf(taken) {
  const sections = [...new Set(taken.map(({ name }) => name))].map((name) => {
    const figures = taken
      .filter((picture) => picture.name === name)
      .map(
        ({ file, theme, size, locale }) =>
          `<figure><a href="${file}"><img loading="lazy" src="${file}" alt=""></a><figcaption>${theme}, ${size}, ${locale}</figcaption></figure>`,
      )
    return `<h2 id="${name}">${name}</h2><div>${figures.join('')}</div>`
  })
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Every page of Stint</title>
<style>body{font:14px system-ui;margin:2rem;background:Canvas;color:CanvasText;color-scheme:light dark}
div{display:flex;flex-wrap:wrap;gap:1rem}figure{margin:0}img{height:26rem;width:auto;max-width:44rem;object-fit:cover;object-position:top;border:1px solid GrayText}</style>
<h1>Every page of Stint</h1>${sections.join('\n')}</html>`
}

/** The pictures of README.md: what fits a screen, at its size. */
async function takeForReadme(browser, workbench) {
  mkdirSync(DOCS, { recursive: true })
  for (const { name, theme } of FOR_README) {
    const context = await contextFor(browser, { theme, size: 'wide', locale: 'en', workbench })
    const page = await context.newPage()
    const { path } = SIGNED_IN_PAGES.find((one) => one.name === name)
    await settle(page, path(workbench))
    await page.screenshot({ path: join(DOCS, `${name}-${theme}.png`) })
    console.log(`docs/images/${name}-${theme}.png`)
    await context.close()
  }
}

const browser = await chromium.launch(launchOptions())
try {
  const workbench = await makeWorkbench(PLATFORM)
  if (process.argv.includes('--docs')) await takeForReadme(browser, workbench)
  else {
    const taken = await takeAll(browser, workbench)
    writeFileSync(join(TARGET, 'index.html'), albumOf(taken))
    console.log(`${taken.length} pictures; leaf through them: ${join(TARGET, 'index.html')}`)
  }
} finally {
  await browser.close()
}
