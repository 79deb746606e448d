import { chooseFile, chooseFiles, datasetItem, expect, signUp, test } from './page'

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
  await expect(item.getByText(/line 3 has 1 cell/)).toBeVisible()
  await expect(item.getByRole('link', { name: /Train/ })).toHaveCount(0)
})

test('the same name again is the next version', async ({ page }) => {
  const file = { name: 'tiny.csv', content: 'a,b\n1,2\n3,4\n5,6\n' }
  for (const version of ['version 1', 'version 2']) {
    await chooseFile(page, file)
    await expect(
      datasetItem(page, 'tiny.csv').getByRole('link', { name: `Train a model on tiny.csv ${version}` }),
    ).toBeVisible()
  }
  await datasetItem(page, 'tiny.csv').getByText('1 earlier version').click()
  await expect(page.getByRole('list', { name: 'Versions of tiny.csv' })).toContainText('version 1')
})

test('several files are shown before they are sent, and sent together', async ({ page }) => {
  await chooseFiles(
    page,
    { name: 'semicolons.csv', content: 'name;size\nx;1,5\ny;2,5\n' },
    { name: 'twice.csv', content: 'a,a\n1,2\n3,4\n' },
  )
  const queue = page.getByRole('region', { name: 'Uploads' })
  await expect(queue.getByText('separated by semicolons')).toBeVisible()
  await expect(page.getByRole('region', { name: 'The beginning of semicolons.csv' })).toContainText('1,5')
  await expect(queue.getByText('two columns are called “a”')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Your datasets' })).toHaveCount(0)

  await page.getByRole('button', { name: 'Upload 2 files' }).click()
  await expect(queue.getByRole('link', { name: 'Open semicolons.csv' })).toBeVisible()
  const alert = queue.getByRole('alert')
  await expect(alert).toContainText('twice.csv was not accepted')
  await expect(alert).toContainText('rule duplicate-name')
})

test('an upload is cancelled on its way and sent again', async ({ page }) => {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(
    (url) => url.searchParams.has('X-Amz-Signature'),
    async (route) => {
      await held
      await route.continue().catch(() => undefined)
    },
  )
  await chooseFile(page, { name: 'slow.csv', content: 'a,b\n1,2\n3,4\n5,6\n' })
  await expect(page.getByRole('progressbar', { name: 'Upload of slow.csv' })).toBeVisible()
  await page.getByRole('button', { name: 'Cancel the upload of slow.csv' }).click()
  await expect(page.getByRole('button', { name: 'Upload slow.csv again' })).toBeVisible()
  letGo()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.getByRole('button', { name: 'Upload slow.csv again' }).click()
  await expect(page.getByRole('link', { name: 'Open slow.csv' })).toBeVisible()
})

test('a dataset is deleted only after a second thought', async ({ page }) => {
  await chooseFile(page, { name: 'gone.csv', content: 'a,b\n1,2\n3,4\n5,6\n' })
  const more = datasetItem(page, 'gone.csv').getByRole('button', { name: 'More for gone.csv' })
  await more.click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(datasetItem(page, 'gone.csv')).toBeVisible()
  await more.click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Delete dataset' }).click()
  await expect(datasetItem(page, 'gone.csv')).toHaveCount(0)
})
