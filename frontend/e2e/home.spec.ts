import { expect, test } from './page'

test('the start page shows a real run, which the keyboard can read and move', async ({ page }) => {
  await page.goto('/')
  const chart = page.getByRole('application', { name: /Which penguins are male\?/ })
  await chart.focus()
  await page.keyboard.press('ArrowRight')
  await expect(chart).toContainText('Gradient boosting: Rank in the search 1')

  const slider = page.getByRole('slider', { name: 'Call it male from' })
  const matrix = page.getByRole('table', { name: 'Confusion matrix' })
  await slider.focus()
  await page.keyboard.press('Home')
  await expect(slider).toHaveAttribute('aria-valuetext', 'never')
  await expect(page.getByText(/^0 males found, 42 missed/)).toBeVisible()
  await expect(matrix.getByRole('row', { name: /^male/ }).getByRole('cell')).toHaveText(['42', '0'])
  await page.keyboard.press('End')
  await expect(page.getByText(/^42 males found, 0 missed/)).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(slider).not.toHaveAttribute('aria-valuetext', 'never')

  await expect(page.getByText('stint train examples/penguins.csv --target sex --model auto')).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Create an account' }).last().click()
  await expect(page.getByRole('heading', { name: 'Create an account', level: 1 })).toBeFocused()
})

test('about says how it measures, which version runs, and under which licences', async ({ page }) => {
  await page.goto('/info')
  await expect(page.getByRole('region', { name: 'How it measures' })).toContainText('Baseline')
  await expect(page.getByRole('region', { name: 'Versions' })).toContainText(/\d+\.\d+\.\d+/)
  await expect(page.getByRole('list', { name: 'Made with' })).toContainText(/react \d+\.\d+\.\d+MIT/)
  await page.getByRole('link', { name: 'Read it: ReDoc' }).click()
  await expect(page).toHaveURL(/\/api\/redoc/)
})
