import { fileURLToPath } from 'node:url'
import { chooseFile, datasetItem, expect, goTo, signIn, signOut, signUp, test, trainOn } from './page'

const PENGUINS = fileURLToPath(new URL('../../examples/penguins.csv', import.meta.url))

test('from an account to a model', async ({ page }) => {
  const person = await signUp(page)
  await signOut(page, person)
  await expect(page.getByRole('main').getByRole('link', { name: 'Sign in' })).toBeVisible()

  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
  await signIn(page, person)
  await expect(page.getByRole('button', { name: person.email })).toBeVisible()
  await goTo(page, 'Datasets')

  await chooseFile(page, PENGUINS)
  await expect(page.getByText('penguins.csv is ready.')).toBeVisible()
  const penguins = datasetItem(page, 'penguins.csv')
  await expect(penguins.getByText('344 rows × 8 columns')).toBeVisible()

  await trainOn(page, 'penguins.csv')

  await goTo(page, 'Training')
  const run = page.getByRole('row').filter({ hasText: 'penguins.csv' })
  await expect(run.getByRole('rowheader')).toHaveText(
    /regression|machine|neighbours|bayes|tree|forest|boosting/i,
  )
  await expect(run).toContainText('Done')
  await expect(run).toContainText(/0\.\d+ better than the baseline/)
  await expect(run).toContainText(/0\.\d+–(0\.\d+|1\.00)/)
  await expect(run).toContainText(/\$0\.\d+/)

  await signOut(page, person)
  await page.goto('/training')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('the same training again is answered at once and says so', async ({ page }) => {
  await signUp(page)
  await chooseFile(page, PENGUINS)
  await trainOn(page, 'penguins.csv')
  await page.goto('/datasets')
  await datasetItem(page, 'penguins.csv').getByRole('link', { name: 'Train a model' }).click()
  await expect(page.getByRole('button', { name: 'Start training' })).toBeEnabled()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('had been done before')).toBeVisible()
})
