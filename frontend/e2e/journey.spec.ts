import { fileURLToPath } from 'node:url'
import { chooseFile, datasetItem, expect, signIn, signOut, signUp, test } from './page'

const PENGUINS = fileURLToPath(new URL('../../examples/penguins.csv', import.meta.url))

test('from an account to a model', async ({ page }) => {
  const person = await signUp(page)
  await signOut(page, person)
  await expect(page.getByRole('main').getByRole('link', { name: 'Sign in' })).toBeVisible()

  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
  await signIn(page, person)
  await expect(page.getByRole('button', { name: person.email })).toBeVisible()

  await chooseFile(page, PENGUINS)
  await expect(page.getByText('penguins.csv is ready.')).toBeVisible()
  const penguins = datasetItem(page, 'penguins.csv')
  await expect(penguins.getByText('344 rows × 8 columns')).toBeVisible()

  await penguins.getByRole('button', { name: 'Train a model on penguins.csv' }).click()
  await penguins.getByRole('link', { name: 'See the run' }).click({ timeout: 60_000 })

  const run = page.getByRole('row').filter({ hasText: 'penguins.csv' })
  await expect(run).toHaveAttribute('aria-current', 'true')
  await expect(run.getByRole('rowheader')).toHaveText(/regression|tree|forest|boosting/i)
  const [score, baseline] = await Promise.all(
    [0, 1].map(async (cell) =>
      Number.parseFloat((await run.getByRole('cell').nth(cell).textContent()) ?? ''),
    ),
  )
  expect(score).toBeGreaterThan(0.9)
  expect(baseline).toBeGreaterThan(0.3)
  expect(baseline).toBeLessThan(0.6)
  await expect(run.getByRole('cell').nth(1)).toContainText('better than the baseline')
  await expect(run.getByRole('cell').nth(2)).toContainText('95%')
  await expect(run.getByRole('cell').nth(4)).toHaveText(/\$0\.\d+/)

  await signOut(page, person)
  await page.goto('/training')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('the same training again is answered at once and says so', async ({ page }) => {
  await signUp(page)
  await chooseFile(page, PENGUINS)
  const penguins = datasetItem(page, 'penguins.csv')
  await penguins.getByRole('button', { name: 'Train a model on penguins.csv' }).click()
  await expect(penguins.getByText('Done')).toBeVisible({ timeout: 60_000 })
  await penguins.getByRole('button', { name: 'Train again on penguins.csv' }).click()
  await expect(penguins.getByText('had been done before')).toBeVisible()
})
