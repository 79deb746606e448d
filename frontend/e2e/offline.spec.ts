import { keptAnswers, untilKept } from './kept'
import { chooseFile, expect, signIn, signOut, signUp, somebody, test } from './page'

test.use({ serviceWorkers: 'allow' })

const TINY = { name: 'tiny.csv', content: 'a,b\n1,2\n3,4\n5,6\n' }

test.describe('without a network', () => {
  test('the page shows what it showed last, says so, and carries on afterwards', async ({
    page,
    context,
  }) => {
    await signUp(page)
    await chooseFile(page, TINY)
    await expect(page.getByText('tiny.csv is ready.')).toBeVisible()
    await page.goto('/datasets')
    await expect(page.getByRole('link', { name: 'tiny.csv', exact: true })).toBeVisible()
    await untilKept(page, 'tiny.csv')

    await context.setOffline(true)
    await expect(page.getByText(/You are offline. What you see is from/)).toBeVisible()
    await page.reload()
    await expect(page.getByRole('link', { name: 'tiny.csv', exact: true })).toBeVisible()
    await expect(page.getByText(/You are offline. What you see is from/)).toBeVisible()

    await page.getByRole('link', { name: 'Models' }).filter({ visible: true }).click()
    await expect(page.getByText('Stint cannot be reached.')).toBeVisible()

    await context.setOffline(false)
    await expect(page.getByText('You are offline.')).toHaveCount(0)
    await expect(page.getByText('No models yet')).toBeVisible()
  })

  test('nothing is left of somebody who signed out', async ({ page, context }) => {
    const first = await signUp(page)
    await chooseFile(page, TINY)
    await expect(page.getByText('tiny.csv is ready.')).toBeVisible()
    await page.goto('/datasets')
    await expect(page.getByRole('link', { name: 'tiny.csv', exact: true })).toBeVisible()
    await untilKept(page, 'tiny.csv')
    await signOut(page, first)
    await expect.poll(() => keptAnswers(page)).toBe('')

    const second = await signUp(page, somebody())
    await expect(page.getByText('No datasets yet')).toBeVisible()
    await untilKept(page, 'datasets')
    await context.setOffline(true)
    await page.reload()
    await expect(page.getByText('No datasets yet')).toBeVisible()
    await expect(page.getByText('tiny.csv')).toHaveCount(0)

    await context.setOffline(false)
    await signOut(page, second)
    await context.setOffline(true)
    await page.goto('/datasets')
    await expect(page.getByRole('heading', { level: 1, name: 'You are offline' })).toBeVisible()
    await expect(page.getByText('No datasets yet')).toHaveCount(0)
  })
})

test('signing out in one tab ends what another tab shows', async ({ page, context }) => {
  const person = await signUp(page)
  const other = await context.newPage()
  await other.goto('/datasets')
  await expect(other.getByRole('heading', { level: 1, name: 'Datasets' })).toBeVisible()
  await signOut(page, person)
  await expect(other.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await signIn(other, person)
  await expect(other.getByRole('heading', { level: 1, name: 'Datasets' })).toBeVisible()
})

test('a newer build of the page offers to be loaded', async ({ page }) => {
  await signUp(page)
  await page.evaluate(() => navigator.serviceWorker.ready)
  // As the worker of another build says it.
  await page.evaluate(() =>
    navigator.serviceWorker.dispatchEvent(
      new MessageEvent('message', { data: { entry: '/assets/index-new.js' } }),
    ),
  )
  await expect(page.getByText('A new version of Stint is ready.')).toBeVisible()
  await page.getByRole('button', { name: 'Load it' }).click()
  await expect(page.getByText('A new version of Stint is ready.')).toHaveCount(0)
})

test('the page can be installed', async ({ page, request }) => {
  await page.goto('/')
  const address = await page.locator('link[rel=manifest]').getAttribute('href')
  const manifest = await (await request.get(address ?? '')).json()
  expect(manifest).toMatchObject({ name: 'Stint', display: 'standalone', start_url: '/overview' })
  for (const { src, type } of manifest.icons) {
    const icon = await request.get(src)
    expect(icon.headers()['content-type'], src).toContain(type)
  }
  expect((await request.get('/sw.js')).headers()['cache-control']).toBe('no-cache')
})
