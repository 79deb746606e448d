import { chooseFile, expect, signUp, test } from './page'

/** Rows in which `a` makes `class`, `twin` repeats `a`, and the colours are those of the version. */
function rows(shift: number, colours: string[]): string {
  const lines = Array.from({ length: 200 }, (_, row) => {
    const a = ((row * 37) % 100) + shift
    const other = ((row * 61) % 97) / 97
    return [
      a,
      a * 2 + 1,
      other.toFixed(3),
      colours[row % colours.length],
      (row * 37) % 100 < 50 ? 'low' : 'high',
    ]
  })
  return ['a,twin,other,colour,class', ...lines.map((line) => line.join(',')), ''].join('\n')
}

test('a version is analyzed against its target and the version before', async ({ page }) => {
  await signUp(page)
  await chooseFile(page, { name: 'shift.csv', content: rows(0, ['red', 'green']) })
  await expect(page.getByRole('link', { name: 'Open shift.csv' })).toBeVisible()
  await page.getByRole('button', { name: 'Take shift.csv off the list' }).click()
  await chooseFile(page, { name: 'shift.csv', content: rows(60, ['red', 'blue']) })
  await page.getByRole('link', { name: 'Open shift.csv' }).click()
  await page.getByRole('tab', { name: 'Analysis' }).click()

  await expect(page.getByRole('combobox', { name: 'Target' })).toContainText('class')
  await expect(page.getByRole('combobox', { name: 'Compare with' })).toContainText('version 1')
  await page.getByRole('button', { name: 'Analyze', exact: true }).click()
  await expect(page).toHaveURL(/analysis=/)

  const target = page.getByRole('figure', { name: 'What tells class' })
  await expect(target).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('alone predicts the target almost perfectly').first()).toBeVisible()
  await page.getByRole('radio', { name: 'Information' }).click()
  await target.getByRole('button', { name: /table/i }).click()
  await expect(target.getByRole('row').nth(1)).toContainText(/^(a|twin)/)

  const map = page.getByRole('table', { name: 'How the columns hang together' })
  await expect(map.getByRole('row', { name: /^twin/ })).toContainText('1.00')

  const drift = page.getByRole('grid', { name: 'Columns by how far they have shifted' })
  await expect(drift.getByRole('row').filter({ hasText: 'colour' })).toContainText('Much shifted')
  await expect(drift.getByRole('row').filter({ hasText: 'colour' })).toContainText('blue (100)')
  await expect(drift.getByRole('row').filter({ hasText: 'other' })).toContainText('Stable')

  await page.reload()
  await expect(drift).toBeVisible()
})
