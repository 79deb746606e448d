import AxeBuilder from '@axe-core/playwright'
import type { BrowserContext, Page } from '@playwright/test'
import { PLATFORM } from '../scripts/browser.mjs'
import { makeWorkbench } from '../scripts/workbench.mjs'
import { test as base, expect } from './page'

type Workbench = Awaited<ReturnType<typeof makeWorkbench>>

/** Tests that look at data which one account has; it is made once for all of them. */
export const test = base.extend<object, { workbench: Workbench }>({
  workbench: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern.
    async ({}, use) => {
      await use(await makeWorkbench(PLATFORM))
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

/** Makes every page of the context one of the workbench's account. */
export async function signedIn(context: BrowserContext, workbench: Workbench): Promise<void> {
  await context.addCookies(workbench.cookies.map((cookie) => ({ ...cookie, url: PLATFORM })))
  await context.addInitScript(() => localStorage.setItem('stint.signed-in', '1'))
}

/** Has every page of the context in a language. */
export async function speaking(context: BrowserContext, locale: 'en' | 'ru'): Promise<void> {
  await context.addInitScript((chosen) => localStorage.setItem('stint.locale', chosen), locale)
}

/** Opens a page and waits until it has read what it shows. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('.motion-safe\\:animate-pulse')).toHaveCount(0)
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']

/** Base UI puts these around what floats. They are hidden, and hand on the focus that comes to them: see overlays.spec.ts. */
const GUARDS = '[data-base-ui-focus-guard]'

/** Visible words are part of the name (WCAG 2.5.3); axe counts this rule as experimental and leaves it out. */
const NAMES = { 'label-content-name-mismatch': { enabled: true } }

/**
 * What axe finds on the page or within a part of it, a line for each element. `colours` looks at contrast alone, which is
 * all that another theme can break.
 */
export async function violations(page: Page, colours = false, within?: string): Promise<string[]> {
  // The page has no frames, for which axe would take twice as long.
  const axe = new AxeBuilder({ page }).setLegacyMode().exclude(GUARDS)
  if (within) axe.include(within)
  const { violations: found } = await (colours
    ? axe.withRules('color-contrast')
    : axe.options({ runOnly: TAGS, rules: NAMES })
  ).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}

/** Ends the transitions of colours, which axe would otherwise catch half way; a browser that draws nothing would never. */
export async function endMotion(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish()
  })
}

/** Has the page in a theme, with no motion. */
export async function inTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await endMotion(page)
}
