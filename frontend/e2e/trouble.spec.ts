import type { Route } from '@playwright/test'
import { expect, makeAccount, signUp } from './page'
import { inTheme, open, signedIn, speaking, test, violations } from './workbench'

const PROBLEM = { type: 'urn:stint:problem', title: '', instance: '/api', request_id: 'r-1' }

/** What is answered in place of the API, and what the page says about it. */
const TROUBLES = [
  { status: 500, code: 'internal', says: 'Something went wrong on our side.', headers: {} },
  { status: 429, code: 'throttled', says: 'Try again in 7 seconds.', headers: { 'Retry-After': '7' } },
]

for (const { status, code, says, headers } of TROUBLES) {
  test(`a page whose data answers ${status} says so and can try again`, async ({ page }) => {
    await signUp(page)
    await page.route(
      (url) => url.pathname === '/api/ml/v1/artifacts',
      (route) =>
        route.fulfill({
          status,
          headers,
          contentType: 'application/problem+json',
          body: JSON.stringify({ ...PROBLEM, status, code, detail: 'as the test wants it' }),
        }),
    )
    await page.goto('/artifacts')
    await expect(page.getByRole('alert')).toContainText(says)
    await expect(page.getByRole('heading', { level: 1, name: 'Models' })).toBeVisible()
    await page.unrouteAll()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByText('No models yet')).toBeVisible()
  })
}

test('what belongs to somebody else is not there', async ({ page, workbench }) => {
  await makeAccount(page)
  const { dataset, run, artifact } = workbench.classification
  for (const path of [`/datasets/${dataset}`, `/training/${run}`, `/artifacts/${artifact}/predict`]) {
    await page.goto(path)
    await expect(page.getByRole('alert'), path).toContainText('There is no such thing any more.')
    await expect(page.getByText('penguins'), path).toHaveCount(0)
  }
})

const isApi = (url: URL) => url.pathname.startsWith('/api/')
const brokenDown = (route: Route) =>
  route.fulfill({
    status: 500,
    contentType: 'application/problem+json',
    body: JSON.stringify({ ...PROBLEM, status: 500, code: 'internal', detail: 'as the test wants it' }),
  })

/** What can be in the way before anybody knows who is signed in. */
const STARTS = [
  {
    trouble: 'no answer',
    answer: (route: Route) => route.abort(),
    titles: { en: 'Stint cannot be reached', ru: 'Нет связи со Stint' },
  },
  { trouble: 'a fault', answer: brokenDown, titles: { en: 'Stint has a problem', ru: 'В Stint неполадка' } },
]

for (const { trouble, answer, titles } of STARTS) {
  test(`${trouble} at the first start is a page of its own, with a way on`, async ({
    page,
    context,
    workbench,
  }) => {
    await signedIn(context, workbench)
    await context.route(isApi, answer)
    await inTheme(page, 'light')
    await page.goto('/datasets')
    await expect(page.getByRole('heading', { level: 1, name: titles.en })).toBeFocused()
    await expect(page).toHaveTitle(`${titles.en} · Stint`)
    expect.soft(await violations(page), 'in light').toEqual([])
    await inTheme(page, 'dark')
    expect.soft(await violations(page, true), 'in dark').toEqual([])

    await page.evaluate(() => localStorage.setItem('stint.locale', 'ru'))
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: titles.ru })).toBeFocused()
    await context.unrouteAll()
    await page.getByRole('button', { name: 'Повторить' }).press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Данные' })).toBeVisible()
  })
}

test('a page that breaks, or whose files do not arrive, leaves the frame standing', async ({
  page,
  context,
  workbench,
}) => {
  await signedIn(context, workbench)
  await page.route('**/assets/MetricsPage-*.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: "export function MetricsPage() { throw new Error('as the test wants it') }",
    }),
  )
  await page.route('**/assets/SettingsPage-*.js', (route) => route.abort())
  const navigation = page.getByRole('navigation', { name: 'Main' }).filter({ visible: true })

  await open(page, '/metrics')
  await expect(page.getByRole('heading', { level: 1, name: 'The page stopped working' })).toBeFocused()
  await expect(page.getByText('Error: as the test wants it')).toBeVisible()
  await navigation.getByRole('link', { name: 'Models' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Models' })).toBeFocused()

  await open(page, '/settings')
  await expect(page.getByRole('heading', { level: 1, name: 'Stint cannot be reached' })).toBeFocused()
  await expect(navigation).toBeVisible()
})

test('what the server says stays English on a Russian page, and is marked so', async ({
  page,
  context,
  workbench,
}) => {
  await signedIn(context, workbench)
  await speaking(context, 'ru')
  await open(page, `/training/new?job=${workbench.failed.job_id}`)
  await expect(
    page.locator('[lang=en]', { hasText: 'a classifier needs at least two classes' }),
  ).toBeVisible()

  await page.route((url) => url.pathname === '/api/ml/v1/artifacts', brokenDown)
  await page.goto('/artifacts')
  await expect(page.getByRole('alert')).toContainText('Что-то сломалось на нашей стороне.')
  await expect(page.getByRole('alert').locator('[lang=en]')).toHaveText('as the test wants it')
})
