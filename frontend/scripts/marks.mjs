// How quick the page is with 10,000 trainings: `npm run marks`, against a platform on this machine. Prints each time beside its budget and
// fails above it. It is a measurement, not a test: on a busy machine it says more about the machine. docs/PERFORMANCE.md defines each mark.
import { loadavg } from 'node:os'
import { chromium } from '@playwright/test'
import { launchOptions, PLATFORM } from './browser.mjs'
import { scrollTable, untilRows, watch } from './inPage.mjs'
import { makeManyRuns } from './manyRuns.mjs'
import { printMarks } from './markTable.mjs'

const RUNS = 10_000
const ROUNDS = 9
/** How often everything is read from the API: mostly the time of the emulated table. */
const LOADS = 5
const FRAMES = 60
/** A filter, and the key that is added to it and taken away again. */
const KEYS = [
  ['', 'k'],
  ['model:', 'k'],
  ['acc>0.', '9'],
]
const COLUMNS = ['Score', 'Model']

/** Milliseconds from an input to the painted frame that shows what it did. */
async function timed(page, event, what, act) {
  await page.evaluate(watch, { event, what })
  await act()
  return page.evaluate(() => globalThis.painted)
}

/** Goes to a page by the navigation, without loading the document again. */
function linkTo(page, name) {
  return page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true })
}

const countNodes = (page) => page.evaluate(() => document.querySelectorAll('*').length)

/** One round over the list of trainings, all of which are in memory. */
async function measureTable(page, add) {
  await linkTo(page, 'Datasets').click()
  await page.getByRole('heading', { level: 1, name: 'Datasets' }).waitFor()
  add('table', await timed(page, 'click', 'rows', () => linkTo(page, 'Training').click()))
  await page.getByText('10,000 trainings', { exact: true }).waitFor()
  add('nodes: Training', await countNodes(page))
  for (const column of COLUMNS) {
    const button = page.getByRole('columnheader').getByRole('button', { name: column, exact: true })
    for (let clicks = 0; clicks < 2; clicks += 1) {
      add(`sort: ${column}`, await timed(page, 'click', 'order', () => button.click()))
    }
  }
  const filter = page.getByRole('combobox', { name: 'Filter' })
  for (const [text, key] of KEYS) {
    await filter.fill(text)
    await page.waitForTimeout(600)
    for (const pressed of [key, 'Backspace']) {
      add(`filter: ${text}${key}`, await timed(page, 'keydown', 'count', () => page.keyboard.press(pressed)))
      // The next key comes when the address has followed.
      await page.waitForTimeout(600)
    }
  }
  await filter.fill('')
  // An open list of suggestions hides the rest from those who listen, and from `getByRole`.
  await filter.press('Escape')
  await page.getByText('10,000 trainings', { exact: true }).waitFor()
  add('scroll', ...(await page.evaluate(scrollTable, FRAMES)))
}

/** One round over the page of metrics, with a point for each training. */
async function measureScatter(page, add) {
  await linkTo(page, 'Metrics').click()
  await page.getByRole('region', { name: 'In short' }).getByText('10,000', { exact: true }).waitFor()
  await page.locator('figure canvas').first().waitFor()
  for (const effort of ['Time', 'Cost']) {
    const radio = page.getByRole('radio', { name: effort, exact: true })
    add('scatter', await timed(page, 'click', 'scatter', () => radio.click()))
  }
  add('nodes: Metrics', await countNodes(page))
}

async function measure(cookies) {
  const marks = new Map()
  const add = (name, ...values) => marks.set(name, [...(marks.get(name) ?? []), ...values])
  const browser = await chromium.launch(launchOptions())
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en' })
    await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: PLATFORM })))
    await context.addInitScript(() => localStorage.setItem('stint.signed-in', '1'))
    const page = await context.newPage()
    for (let load = 0; load < LOADS; load += 1) {
      await page.goto(`${PLATFORM}/training`)
      add('address → all rows', await page.evaluate(untilRows, RUNS))
    }
    for (let round = 0; round <= ROUNDS; round += 1) {
      // The first round fills the caches and is not counted.
      const count = round === 0 ? () => undefined : add
      await measureTable(page, count)
      await measureScatter(page, count)
    }
  } finally {
    await browser.close()
  }
  return marks
}

const started = performance.now()
const { cookies, remove } = await makeManyRuns(PLATFORM, RUNS)
console.log(`${RUNS} trainings made in ${((performance.now() - started) / 1000).toFixed(1)} s`)
try {
  const before = loadavg()[0]
  const marks = await measure(cookies)
  console.log(
    `load average ${before.toFixed(1)} before, ${loadavg()[0].toFixed(1)} after; ${ROUNDS} rounds\n`,
  )
  if (printMarks(marks) > 0) process.exitCode = 1
} finally {
  await remove()
}
