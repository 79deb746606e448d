import type { Page } from '@playwright/test'
import { PUBLIC_PAGES, SIGNED_IN_PAGES } from '../scripts/everyPage.mjs'
import { expect } from './page'
import { inTheme, open, signedIn, speaking, test, violations } from './workbench'

/** A small screen at 200 %, and phones, the smallest too; nothing may have to be moved sideways to be read. */
const WIDTHS = [640, 390, 320]

/** Sentences in Latin letters that are not marked as English: not translated, or read out in the wrong voice. */
function strayEnglish(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const sentence = /(?:\b[a-z]{2,}[ ,]+){3,}[a-z]{2,}/i
    const isName = 'pre, code, kbd, .font-mono, [lang=en]'
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent ?? ''
      if (sentence.test(text) && !walker.currentNode.parentElement?.closest(isName)) found.push(text)
    }
    return found
  })
}

/** Looks at one page in both themes and on phones. */
async function look(page: Page, path: string, locale: 'en' | 'ru') {
  await inTheme(page, 'light')
  await open(page, path)
  const heading = await page.getByRole('heading', { level: 1 }).textContent()
  expect.soft(await page.title()).toBe(`${heading} · Stint`)
  await expect.soft(page.locator('html')).toHaveAttribute('lang', locale)
  if (locale === 'ru') expect.soft(await strayEnglish(page)).toEqual([])
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
        await look(page, path, locale)
      })
    }
    for (const { name, path } of SIGNED_IN_PAGES) {
      test(`${name} is accessible and fits`, async ({ page, context, workbench }) => {
        await speaking(context, locale)
        await signedIn(context, workbench)
        await look(page, path(workbench), locale)
      })
    }
  })
}
