import type { Page } from '@playwright/test'
import { PUBLIC_PAGES, SIGNED_IN_PAGES } from '../scripts/everyPage.mjs'
import { expect } from './page'
import { inTheme, open, signedIn, speaking, test, violations } from './workbench'

/** Phones, the smallest too; nothing may have to be moved sideways to be read. */
const WIDTHS = [390, 320]

/** Looks at one page in both themes and on phones. */
async function look(page: Page, path: string) {
  await inTheme(page, 'light')
  await open(page, path)
  expect.soft(await violations(page), 'in light').toEqual([])
  await inTheme(page, 'dark')
  expect.soft(await violations(page, true), 'in dark').toEqual([])
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    const needed = () => page.evaluate(() => document.documentElement.scrollWidth)
    await expect.soft.poll(needed, { message: `at ${width} px`, timeout: 3_000 }).toBeLessThanOrEqual(width)
  }
}

for (const locale of ['en', 'ru'] as const) {
  test.describe(`in ${locale}, in both themes and on phones`, () => {
    for (const { name, path } of PUBLIC_PAGES) {
      test(`${name} is accessible and fits`, async ({ page, context }) => {
        await speaking(context, locale)
        await look(page, path)
      })
    }
    for (const { name, path } of SIGNED_IN_PAGES) {
      test(`${name} is accessible and fits`, async ({ page, context, workbench }) => {
        await speaking(context, locale)
        await signedIn(context, workbench)
        await look(page, path(workbench))
      })
    }
  })
}
