import { expect, makeAccount, signUp } from './page'
import { test } from './workbench'

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
