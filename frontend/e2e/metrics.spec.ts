import { fileURLToPath } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { chooseFile, expect, signUp, test, trainOn } from './page'

const example = (name: string) => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url))

test('metrics are filtered, kept in the address, and lead to their trainings', async ({ page }) => {
  await signUp(page)
  await page.goto('/metrics')
  await expect(page.getByText('No scores yet')).toBeVisible()
  for (const name of ['penguins.csv', 'diabetes.csv']) {
    await page.goto('/datasets')
    await chooseFile(page, example(name))
    await trainOn(page, name)
  }
  await page.getByRole('link', { name: 'Metrics' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Metrics' })).toBeVisible()

  const summary = page.getByRole('region', { name: 'In short' })
  await page.getByRole('radio', { name: 'Regression' }).click()
  await expect(summary).toContainText('Best R²')
  await page.getByRole('radio', { name: 'RMSE' }).click()
  await expect(summary).toContainText('less is better')
  await expect(summary).toContainText('1 of 1')
  await page.getByRole('radio', { name: '7 days' }).click()
  for (const part of ['task=regression', 'metric=rmse', 'period=']) {
    await expect(page).toHaveURL(new RegExp(part))
  }

  await page.reload()
  await expect(page.getByRole('radio', { name: 'RMSE' })).toBeChecked()
  const report = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze()
  expect(report.violations).toEqual([])

  await page.getByLabel('To', { exact: true }).fill('2020-01-01')
  await expect(page.getByText('No training fits')).toBeVisible()
  await page.getByRole('button', { name: 'Show everything' }).click()

  await page.getByRole('button', { name: 'Show as table: RMSE against cost' }).click()
  const link = page.getByRole('grid', { name: 'RMSE against cost' }).getByRole('link')
  await expect(link).toContainText('diabetes.csv')
  await page.getByRole('button', { name: 'Show as table: RMSE against cost' }).click()
  await page.getByRole('application', { name: 'RMSE against cost' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/training\/[0-9a-f-]{36}$/)
})
