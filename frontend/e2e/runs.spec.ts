import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { chooseFile, expect, signUp, test, trainOn } from './page'

const example = (name: string) => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url))

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze()
  expect(violations).toEqual([])
}

test('a search reads as a report: verdict, errors, columns, trials, files', async ({ page }) => {
  await signUp(page)
  await chooseFile(page, example('penguins.csv'))
  await trainOn(page, 'penguins.csv')

  const result = page.getByRole('region', { name: 'Result' })
  await expect(result).toContainText(/better than the baseline/i)
  await expect(result.getByRole('img', { name: /Accuracy .*95% interval .*baseline/ })).toBeVisible()

  const errors = page.getByRole('region', { name: 'Errors' })
  await expect(errors.getByRole('table', { name: 'Confusion matrix' }).getByRole('row')).toHaveCount(4)
  await expect(errors.getByRole('grid', { name: 'Class by class' })).toContainText('Gentoo')
  await errors.getByRole('application', { name: 'ROC curve' }).focus()
  await page.keyboard.press('End')
  await expect(errors.getByRole('application', { name: 'ROC curve' })).toContainText(
    /True positive rate 1\.00/,
  )
  await errors.getByRole('button', { name: 'Show as table: ROC curve' }).click()
  await expect(errors.getByRole('grid', { name: 'ROC curve' })).toBeVisible()

  const calibration = errors.getByRole('application', { name: 'Calibration' })
  await calibration.focus()
  await page.keyboard.press('End')
  await expect(calibration).toContainText(/Said \d+(\.\d)?%, so \d+(\.\d)?%, interval .* rows/)
  await expect(errors).toContainText('Expected calibration error')
  await errors.getByRole('button', { name: 'Show as table: Calibration' }).click()
  await expect(errors.getByRole('grid', { name: 'Calibration' })).toContainText(
    'Share of rows for which it is so',
  )

  const columns = page.getByRole('region', { name: 'Columns' })
  await columns.getByRole('button', { name: 'Show as table: What the model relies on' }).click()
  await expect(columns.getByRole('grid', { name: 'What the model relies on' })).toContainText(
    'bill_length_mm',
  )

  const parts = page.getByRole('navigation', { name: 'Parts of this report' })
  await parts.getByRole('link', { name: 'Learning' }).click()
  const trials = page.getByRole('grid', { name: 'Trials of the search' })
  await expect(trials).toBeInViewport()
  await expect(trials.getByRole('row').nth(1)).toContainText('Won')
  await expect(parts.getByRole('link', { name: 'Learning' })).toHaveAttribute('aria-current', 'location')
  await expectAccessible(page)

  const files = page.getByRole('region', { name: 'Files and API' })
  await expect(files).toContainText('/api/ml/v1/artifacts/')
  const [report] = await Promise.all([
    page.waitForEvent('download'),
    files.getByRole('button', { name: 'Download: Report' }).click(),
  ])
  expect(JSON.parse(await readFile(await report.path(), 'utf8'))).toMatchObject({
    target: 'target',
    n_test: 86,
  })
})

test('a regression shows what is left over, row by row', async ({ page }) => {
  await signUp(page)
  await chooseFile(page, example('diabetes.csv'))
  await trainOn(page, 'diabetes.csv')
  const errors = page.getByRole('region', { name: 'Errors' })
  const left = errors.getByRole('application', { name: 'What is left over' })
  await left.focus()
  await page.keyboard.press('Home')
  await expect(left).toContainText(/Held-out rows: Predicted .*, Actual − predicted/)
  await errors.getByRole('button', { name: 'Show as table: How far off' }).click()
  await expect(errors.getByRole('grid', { name: 'How far off' }).getByRole('row').nth(2)).toBeVisible()
})

test('a training that fails says why, and leads back to its choices', async ({ page }) => {
  await signUp(page)
  const rows = Array.from({ length: 60 }, (_, row) => `${row},${row % 7},same`)
  await chooseFile(page, { name: 'constant.csv', content: ['a,b,target', ...rows].join('\n') })
  await page.getByRole('link', { name: 'Train a model on constant.csv' }).first().click()
  await page.getByRole('button', { name: 'Start training' }).click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('a classifier needs at least two classes', { timeout: 60_000 })
  await expectAccessible(page)
  await alert.getByRole('link', { name: 'Change and train again' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'New training' })).toBeVisible()
  await expect(page).toHaveURL(/dataset=/)
})
