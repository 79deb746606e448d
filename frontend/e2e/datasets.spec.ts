import { fileURLToPath } from 'node:url'
import { chooseFile, datasetItem, expect, signUp, test } from './page'

const PENGUINS = fileURLToPath(new URL('../../examples/penguins.csv', import.meta.url))

test('a dataset shows its rows, its columns and what to predict', async ({ page }) => {
  await signUp(page)
  await chooseFile(page, PENGUINS)
  await page.getByRole('link', { name: 'Open penguins.csv' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'penguins.csv' })).toBeVisible()
  await expect(page.getByText('it is called "target"')).toBeVisible()

  const table = page.getByRole('grid', { name: 'The first rows of penguins.csv' })
  await expect(table.getByRole('row').filter({ hasText: 'Torgersen' }).first()).toContainText('39.1')
  await expect(
    table.getByRole('img', { name: /Histogram of body_mass_g, from 2,700 to 6,300/ }),
  ).toBeVisible()

  await expect(page.getByText('The first 100 of 344 rows.')).toBeVisible()
  await page.getByRole('button', { name: 'Show all rows' }).click()
  await expect(page.getByText('All 344 rows.')).toBeVisible()

  await page.getByRole('tab', { name: 'Columns' }).click()
  const sex = page.getByRole('row').filter({ hasText: 'sex' })
  await expect(sex).toContainText('11 (3.2%)')
  await page.reload()
  await expect(page.getByRole('tab', { name: 'Columns' })).toHaveAttribute('aria-selected', 'true')
})

test('versions say what is different', async ({ page }) => {
  await signUp(page)
  await chooseFile(page, { name: 'grown.csv', content: 'a,b\n1,x\n2,y\n3,x\n' })
  await expect(page.getByRole('link', { name: 'Open grown.csv' })).toBeVisible()
  await page.getByRole('button', { name: 'Take grown.csv off the list' }).click()
  await chooseFile(page, { name: 'grown.csv', content: 'a,c\n1,x\n2,y\n3,x\n4,y\n' })
  await page.getByRole('link', { name: 'Open grown.csv' }).click()
  await page.getByRole('tab', { name: 'Versions' }).click()
  const versions = page.getByRole('tabpanel')
  await expect(versions.getByRole('region', { name: 'From version 1 to version 2' })).toContainText(
    /Rows\s*4\s*\+1, before 3/,
  )
  const columns = versions.getByRole('grid', { name: 'What became of each column' })
  await expect(columns.getByRole('row').nth(1)).toContainText(/b\s*Gone/)
  await expect(columns.getByRole('row').nth(2)).toContainText(/c\s*New/)
  await versions.getByRole('switch', { name: 'Also show columns without a change' }).click()
  await expect(columns.getByRole('row').nth(3)).toContainText(/a\s*Unchanged/)
})

test('a value that the API refuses is marked where it was typed', async ({ page }) => {
  await signUp(page)
  await chooseFile(page, PENGUINS)
  await datasetItem(page, 'penguins.csv').getByRole('link', { name: 'Train a model' }).click()
  await page.getByText('Random forest').click()
  const trees = page.getByLabel('n_estimators')
  await trees.fill('many')
  await page.keyboard.press('Control+Enter')
  await expect(trees).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText('must be a whole number').first()).toBeVisible()
  await page.reload()
  await expect(trees).toHaveValue('many')
  await trees.fill('20')
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/\/training\/[0-9a-f]{8}-/, { timeout: 60_000 })
})

test('a training without a word said is of the newest dataset', async ({ page }) => {
  await signUp(page)
  await page.goto('/training/new')
  await expect(page.getByText('There is nothing to train on yet')).toBeVisible()
  await page.getByRole('link', { name: 'Go to your datasets' }).click()
  await chooseFile(page, PENGUINS)
  await expect(page.getByRole('link', { name: 'Open penguins.csv' })).toBeVisible()
  await page.goto('/training/new')
  await expect(page.getByRole('button', { name: 'Start training' })).toBeEnabled()
  await expect(page.getByText('penguins.csv, version 1')).toBeVisible()
})

test('every column of a wide dataset can be looked at', async ({ page }) => {
  await signUp(page)
  const names = Array.from({ length: 70 }, (_, index) => `c${index}`)
  const rows = [1, 2, 3].map((row) => names.map((_, index) => row * 100 + index).join(','))
  await chooseFile(page, { name: 'wide.csv', content: [names.join(','), ...rows, ''].join('\n') })
  await page.getByRole('link', { name: 'Open wide.csv' }).click()
  await expect(page.getByText('columns 1–30 of 70')).toBeVisible()
  for (const _ of [1, 2]) await page.getByRole('button', { name: 'Later columns' }).click()
  await expect(page.getByText('columns 61–70 of 70')).toBeVisible()
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('169')
  await expect(page.getByRole('button', { name: 'Later columns' })).toBeDisabled()
})
