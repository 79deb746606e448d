import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { chooseFile, expect, signUp, test, trainOn } from './page'

const example = (name: string) => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url))

/** Trains on an example and opens the page that predicts with the model. */
async function openPredict(page: Page, name: string) {
  await signUp(page)
  await chooseFile(page, example(name))
  await trainOn(page, name)
  await page.goto('/artifacts')
  await page.getByRole('link', { name: 'Predict with' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Predict target' })).toBeVisible()
}

/** Brings the model into the tab. */
async function loadIntoTab(page: Page) {
  await page.getByRole('radio', { name: 'In this tab' }).click()
  await page.getByRole('button', { name: 'Load the model into this tab' }).click()
  await expect(page.getByText('Your data does not leave this tab.')).toBeVisible({ timeout: 60_000 })
}

for (const name of ['penguins.csv', 'diabetes.csv']) {
  test(`the model of ${name} answers in the tab as on the server`, async ({ page }) => {
    await openPredict(page, name)
    await loadIntoTab(page)
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url())
    })
    const answer = page.getByRole('region', { name: 'Answer' })
    await expect(answer.getByText('predicted target')).toBeVisible()
    const first = page.getByRole('textbox').first()
    await first.fill('many')
    await expect(page.getByText('“many” is no number.')).toBeVisible()
    await first.fill('1.5')
    await expect(first).not.toHaveAttribute('aria-invalid')
    expect(sent).toEqual([])
    await page.getByRole('button', { name: 'Compare with the server' }).click()
    await expect(answer.getByText('Equal to the server’s answer')).toBeVisible()
  })
}

test('a file is scored on the server and in the tab alike, and its formulas are disarmed', async ({
  page,
}) => {
  await openPredict(page, 'penguins.csv')
  await page.getByRole('tab', { name: 'A file' }).click()
  const rows = {
    name: 'new.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('note,island,bill_length_mm,year\n=1+1,Biscoe,50,2008\nx,Dream,,2007\n'),
  }
  const input = page.getByLabel('CSV with rows to predict for')
  const score = async () => {
    await input.setInputFiles(rows)
    await page.getByRole('button', { name: 'Predict for 2 rows' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('new-predicted.csv')
    return (await readFile(await download.path(), 'utf8')).trim().split('\n')
  }
  const [header, first, second] = await score()
  expect(header).toBe(
    'note,island,bill_length_mm,year,predicted_target,probability_Adelie,probability_Chinstrap,probability_Gentoo',
  )
  expect(first).toMatch(/^"'=1\+1",Biscoe,50,2008,(Adelie|Chinstrap|Gentoo),/)
  expect(second).toMatch(/^x,Dream,,2007,/)
  await expect(page.getByText('The file lacks')).toContainText('sex')

  await loadIntoTab(page)
  const inTab = await score()
  const cells = (line = '') => line.split(',').slice(-3).map(Number)
  for (const [line, other] of [
    [first, inTab[1]],
    [second, inTab[2]],
  ]) {
    for (const [index, share] of cells(line).entries()) expect(cells(other)[index]).toBeCloseTo(share, 5)
  }
})

test('a cell that is no number is named with its row', async ({ page }) => {
  await openPredict(page, 'penguins.csv')
  await page.getByRole('tab', { name: 'A file' }).click()
  await page.getByLabel('CSV with rows to predict for').setInputFiles({
    name: 'bad.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('island,bill_length_mm\nBiscoe,50\nDream,long\n'),
  })
  await page.getByRole('button', { name: 'Predict for 2 rows' }).click()
  await expect(page.getByRole('alert')).toContainText('row 2, bill_length_mm')
})

test('a model is read about, downloaded, pinned and deleted', async ({ page }) => {
  await signUp(page)
  await page.goto('/artifacts')
  await expect(page.getByText('No models yet')).toBeVisible()
  await page.goto('/datasets')
  await chooseFile(page, example('iris.csv'))
  await trainOn(page, 'iris.csv')
  await page.goto('/artifacts')
  const model = page.getByRole('list', { name: 'Your models' }).getByRole('listitem')
  const more = model.getByRole('button', { name: /^More for/ })

  await more.click()
  await page.getByRole('menuitem', { name: 'Read the model card' }).click()
  await expect(page.getByRole('dialog').getByText('held-out rows that the model has not seen')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await more.click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Download ONNX' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^iris-.*\.onnx$/)

  await model.getByRole('button', { name: /^Pin/ }).click()
  await expect(model.getByRole('button', { name: /^Unpin/ })).toHaveAttribute('aria-pressed', 'true')

  await more.click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog.getByRole('button', { name: 'Delete model' })).toBeDisabled()
  await dialog.getByRole('textbox').fill('target')
  await dialog.getByRole('button', { name: 'Delete model' }).click()
  await expect(page.getByText('No models yet')).toBeVisible()
})

test('a whole dataset is predicted for by a job', async ({ page }) => {
  await openPredict(page, 'penguins.csv')
  await page.getByRole('tab', { name: 'A dataset' }).click()
  await page.getByRole('button', { name: 'Predict for all rows' }).click()
  const download = page.getByRole('button', { name: 'Download the predictions for penguins.csv' })
  await expect(download).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('344 rows')).toBeVisible()
  const [file] = await Promise.all([page.waitForEvent('download'), download.click()])
  const [header] = (await readFile(await file.path(), 'utf8')).split('\n')
  expect(header).toContain('predicted_target,probability_Adelie')
})
