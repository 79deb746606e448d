import { chooseFile, datasetItem, expect, signUp, test } from './page'

test.beforeEach(async ({ page }) => {
  await signUp(page)
})

for (const [what, file, reason] of [
  ['a row of another length', { name: 'ragged.csv', content: 'a,b\n1,2\n3\n4,5\n' }, /line 3/i],
  ['an empty file', { name: 'empty.csv', content: '' }, /empty/i],
  ['another kind of file', { name: 'notes.txt', content: 'a,b\n1,2\n3,4\n' }, /\.csv/],
] as const) {
  test(`${what} is refused with the server's reason`, async ({ page }) => {
    await chooseFile(page, file)
    const alert = page.getByRole('alert')
    await expect(alert).toContainText(`${file.name} was not accepted`)
    await expect(alert).toContainText(reason)
  })
}

test('a refused file stays in the list with its reason, and cannot be trained on', async ({ page }) => {
  await chooseFile(page, { name: 'ragged.csv', content: 'a,b\n1,2\n3\n4,5\n' })
  const item = datasetItem(page, 'ragged.csv')
  await expect(item.getByText('Refused')).toBeVisible()
  await expect(item.getByText(/line 3/i)).toBeVisible()
  await expect(item.getByRole('button', { name: /Train/ })).toHaveCount(0)
})

test('the same name again is the next version', async ({ page }) => {
  const file = { name: 'tiny.csv', content: 'a,b\n1,2\n3,4\n5,6\n' }
  for (const version of ['version 1', 'version 2']) {
    await chooseFile(page, file)
    await expect(datasetItem(page, 'tiny.csv').filter({ hasText: version }).getByText('Ready')).toBeVisible()
  }
})
