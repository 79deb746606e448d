import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { chooseFile, expect, makeAccount, signUp, test, trainOn } from './page'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']

async function expectAccessible(page: Page, what: string) {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
  expect(found, what).toEqual([])
}

/** Uploads a small table and waits for a model of it. */
async function trainSmall(page: Page) {
  const rows = Array.from({ length: 40 }, (_, row) => `${row},${(row * 7) % 11},${row % 2 ? 'yes' : 'no'}`)
  await chooseFile(page, { name: 'good.csv', content: ['a,b,target', ...rows, ''].join('\n') })
  await trainOn(page, 'good.csv')
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme })

    test('public pages are accessible', async ({ page }) => {
      for (const [path, heading] of [
        ['/', 'From a CSV to a model you can use'],
        ['/login', 'Sign in'],
        ['/signup', 'Create an account'],
        ['/no/such/page', 'There is nothing here'],
      ] as const) {
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
        await expectAccessible(page, path)
      }
      await page.goto('/login')
      await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByText('Enter your password.')).toBeVisible()
      await expectAccessible(page, 'errors at fields')
    })

    test('pages of a user are accessible', async ({ page }) => {
      await signUp(page)
      await expect(page.getByText('No datasets yet')).toBeVisible()
      await expectAccessible(page, 'no datasets')
      await chooseFile(page, { name: 'ragged.csv', content: 'a,b\n1,2\n3\n' })
      await expect(page.getByRole('alert')).toBeVisible()
      await expectAccessible(page, 'a refused upload')
      await trainSmall(page)
      await expectAccessible(page, 'datasets')
      await page.getByRole('link', { name: 'Training', exact: true }).click()
      await expect(page.getByRole('row').nth(1)).toBeVisible()
      await expectAccessible(page, 'training')
      await page.goto('/training/new')
      await expect(page.getByRole('button', { name: 'Start training' })).toBeEnabled()
      await expectAccessible(page, 'a new training')
      await page.goto('/datasets')
      await page.getByRole('link', { name: 'good.csv', exact: true }).click()
      await expect(page.getByRole('grid')).toBeVisible()
      await expectAccessible(page, 'a dataset')
      await page.goto('/artifacts')
      await page.getByRole('link', { name: 'Predict with' }).click()
      await page.getByRole('button', { name: 'Predict', exact: true }).click()
      await expect(page.getByText('predicted target')).toBeVisible()
      await expectAccessible(page, 'a prediction')
    })
  })
}

test('the chosen theme and language hold, from before the first paint', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await background()
  const choose = async (menu: string, item: string) => {
    await page.getByRole('button', { name: menu }).click()
    await page.getByRole('menuitemradio', { name: item }).click()
  }
  await choose('Theme and language', 'Dark')
  await expect.poll(background).not.toBe(light)
  await choose('Theme and language', 'Русский')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Из CSV — готовая модель')
  await page.addInitScript(() =>
    new MutationObserver((_, observer) => {
      const { dataset, lang } = document.documentElement
      if (dataset.theme !== 'dark' || lang !== 'ru') return
      observer.disconnect()
      performance.mark('chosen')
    }).observe(document, { subtree: true, childList: true, attributes: true }),
  )
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Из CSV — готовая модель')
  const startOf = (name: string) =>
    page.evaluate((wanted) => performance.getEntriesByName(wanted)[0]?.startTime, name)
  expect(await startOf('chosen')).toBeLessThan((await startOf('first-paint')) ?? 0)
  await choose('Тема и язык', 'Системная')
  await expect.poll(background).toBe(light)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(background).not.toBe(light)
})

test('the keyboard finds the content first and the heading after a navigation', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('main').getByRole('link').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Create an account' })).toBeFocused()
  await expect(page).toHaveTitle('Create an account · Stint')
})

test('nothing is lost at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  for (const path of ['/', '/login', '/signup']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await width(), path).toBeLessThanOrEqual(320)
  }
  await signUp(page)
  await trainSmall(page)
  expect(await width(), '/datasets').toBeLessThanOrEqual(320)
  await page.goto('/training')
  await expect(page.getByRole('list', { name: 'Trainings' }).getByRole('listitem').first()).toBeVisible()
  expect(await width(), '/training').toBeLessThanOrEqual(320)
})

test('nothing moves for those who want no motion', async ({ page }) => {
  await makeAccount(page)
  /** Calls up the palette; answers how long, in ms, the longest of what moves then takes. */
  const longestMotion = async () => {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    const longest = await page.evaluate(() =>
      Math.max(0, ...document.getAnimations().map(({ effect }) => Number(effect?.getTiming().duration))),
    )
    await expect(page.getByRole('dialog')).toHaveCount(0)
    return longest
  }
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  expect(await longestMotion()).toBeGreaterThan(100)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await longestMotion()).toBeLessThanOrEqual(1)
})
