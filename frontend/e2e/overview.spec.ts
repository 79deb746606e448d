import { fileURLToPath } from 'node:url'
import { chooseFile, expect, goTo, makeAccount, test } from './page'

const PENGUINS = fileURLToPath(new URL('../../examples/penguins.csv', import.meta.url))

test('a newcomer is led from the first step to a model', async ({ page }) => {
  await makeAccount(page)
  const steps = page.getByRole('region', { name: 'Three steps to a model with proof' })
  await expect(steps.locator('[aria-current=step]')).toContainText('Upload a table')
  await steps.getByRole('link', { name: 'Upload a CSV' }).click()
  await chooseFile(page, PENGUINS)
  await expect(page.getByText('penguins.csv is ready.')).toBeVisible()

  await goTo(page, 'Overview')
  await expect(steps.getByRole('listitem').first()).toContainText('Done')
  await steps.getByRole('link', { name: 'Train a model' }).click()
  await page.getByRole('button', { name: 'Start training' }).click()
  await expect(page).toHaveURL(/\/training\/[0-9a-f]{8}-/, { timeout: 60_000 })

  await goTo(page, 'Overview')
  await expect(steps).toHaveCount(0)
  const best = page.getByRole('region', { name: 'Best models' })
  await expect(best.getByRole('listitem')).toHaveCount(1)
  await expect(best).toContainText('penguins.csv → target')
  await expect(best).toContainText('better than the baseline')
  await expect(best.getByRole('img')).toHaveAccessibleName(
    /^Accuracy [01]\.\d+, interval 0\.\d+ – [01]\.\d+, baseline 0\.\d+$/,
  )
  await page.getByRole('region', { name: 'Recent trainings' }).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/training/)
})

test('a training that is under way shows how far it is, and can be stopped there', async ({ page }) => {
  await makeAccount(page)
  await goTo(page, 'Datasets')
  const rows = Array.from({ length: 6000 }, (_, row) =>
    [
      row,
      (row * 7919) % 997,
      (row * 104729) % 1009,
      (row * 31) % 89,
      (row * row) % 83 > 40 ? 'yes' : 'no',
    ].join(),
  )
  await chooseFile(page, { name: 'long.csv', content: ['id,a,b,c,target', ...rows, ''].join('\n') })
  await expect(page.getByText('long.csv is ready.')).toBeVisible()
  await page.goto('/training/new')
  await page.getByRole('button', { name: 'Start training' }).click()
  await expect(page.getByRole('progressbar', { name: 'Training on long.csv' })).toBeVisible()

  await goTo(page, 'Overview')
  const active = page.getByRole('region', { name: 'Under way' })
  await expect(active.getByRole('progressbar', { name: 'Training on long.csv' })).toBeVisible()
  await active.getByRole('button', { name: 'Cancel training on long.csv' }).click()
  await expect(active).toHaveCount(0)
})
