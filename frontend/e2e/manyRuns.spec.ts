import type { Locator, Page } from '@playwright/test'
import { PLATFORM } from '../scripts/browser.mjs'
import { makeManyRuns } from '../scripts/manyRuns.mjs'
import { keptAnswers, untilKept } from './kept'
import { test as base, expect, goTo } from './page'

const RUNS = 10_000
const ALL = '10,000 trainings'

/** Somebody with ten thousand trainings; made once. */
const test = base.extend<object, { cookies: { name: string; value: string }[] }>({
  cookies: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern.
    async ({}, use) => {
      const { cookies, remove } = await makeManyRuns(PLATFORM, RUNS)
      await use(cookies)
      await remove()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

test.use({ serviceWorkers: 'allow' })
test.setTimeout(240_000)

test.beforeEach(async ({ context, cookies }) => {
  await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: PLATFORM })))
  await context.addInitScript(() => localStorage.setItem('stint.signed-in', '1'))
})

/** Until all have been read, which takes the emulated table most of a minute on a busy machine. */
async function untilRead(place: Locator, text: string) {
  await expect(place).toHaveText(text, { timeout: 90_000 })
}

const grid = (page: Page) => page.getByRole('grid', { name: 'Trainings' })
const count = (page: Page) => page.getByRole('main').getByRole('status').first()
const nodes = (page: Page) => page.evaluate(() => document.querySelectorAll('*').length)

/** What stands in a column, in the rows that are drawn. */
async function column(page: Page, title: string): Promise<string[]> {
  const titles = await grid(page).getByRole('columnheader').allTextContents()
  const index = titles.findIndex((text) => text.startsWith(title)) + 1
  return grid(page).locator(`tbody tr[aria-rowindex] > :nth-child(${index})`).allTextContents()
}

test('ten thousand trainings are filtered and sorted, and the address brings it back', async ({ page }) => {
  await page.goto('/training?columns=model,score,metric.accuracy,created')
  await untilRead(count(page), ALL)
  await expect(grid(page)).toHaveAttribute('aria-rowcount', String(RUNS + 1))
  expect(await nodes(page)).toBeLessThan(1_500)

  await grid(page).focus()
  await page.keyboard.press('End')
  const last = grid(page).locator(`[aria-rowindex="${RUNS + 1}"]`)
  await expect(last).toBeInViewport()
  await expect(last).toContainText('mo ago')

  await page.getByRole('combobox', { name: 'Filter' }).fill('model:knn acc<0.9')
  await expect(count(page)).toHaveText(/^[1-9][\d,]* of 10,000 trainings$/)
  expect(new Set(await column(page, 'Model'))).toEqual(new Set(['Nearest neighbours']))
  await page.getByRole('button', { name: 'Accuracy', exact: true }).click()
  const header = grid(page).getByRole('columnheader', { name: 'Accuracy' })
  await expect(header).toHaveAttribute('aria-sort', 'descending')
  await grid(page).focus()
  await page.keyboard.press('Home')
  const scores = (await column(page, 'Accuracy')).map(Number)
  expect(scores.length).toBeGreaterThan(10)
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  expect(scores[0]).toBeLessThanOrEqual(0.9)

  const [found, first] = [
    await count(page).textContent(),
    await grid(page).getByRole('row').nth(1).textContent(),
  ]
  await expect(page).toHaveURL(/q=.*knn.*sort=-metric\.accuracy/)
  await goTo(page, 'Metrics')
  await expect(page.getByRole('region', { name: 'In short' })).toContainText('10,000')
  await expect(page.getByRole('application', { name: 'Accuracy against cost' })).toBeVisible()
  expect(await nodes(page)).toBeLessThan(1_500)

  await page.goBack()
  await page.reload()
  await untilRead(count(page), found ?? '?')
  await expect(header).toHaveAttribute('aria-sort', 'descending')
  await expect(grid(page).getByRole('row').nth(1)).toHaveText(first ?? '')
})

test('without a network the newest are there, and the page says that they are not all', async ({
  page,
  context,
}) => {
  await page.goto('/training')
  await untilRead(count(page), ALL)
  await untilKept(page, '"complete":false')
  await context.setOffline(true)
  await page.reload()
  await expect(count(page)).toHaveText('Only the newest 300 trainings: older ones could not be read.')
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '301')
  await goTo(page, 'Metrics')
  await expect(page.getByText('Made of the newest 300 trainings alone')).toBeVisible()
  expect((await keptAnswers(page)).length).toBeLessThan(2_000_000)
  await context.setOffline(false)
  await expect(page.getByText('Older trainings are still being read')).toBeVisible()
})
