import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { chooseFile, expect, goTo, signUp, test } from './page'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']

async function expectAccessible(page: Page, what: string) {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    what,
  ).toEqual([])
}

/** A dataset and trainings of it, made as a script would make them. */
async function trainSeveral(page: Page, ...trainings: object[]) {
  const rows = Array.from({ length: 60 }, (_, row) => `${row},${(row * 7) % 11},${row % 2 ? 'yes' : 'no'}`)
  await chooseFile(page, { name: 'coins.csv', content: ['a,b,target', ...rows, ''].join('\n') })
  await expect(page.getByText('coins.csv is ready.')).toBeVisible()
  const [dataset] = await (await page.request.get('/api/ml/v1/datasets')).json()
  const { origin } = new URL(page.url())
  for (const parameters of trainings) {
    const answer = await page.request.post('/api/jobs', {
      headers: { origin },
      data: { job_type: 'TRAIN', parameters: { dataset_id: dataset.id, ...parameters } },
    })
    expect(answer.status(), await answer.text()).toBeLessThan(300)
    const { job_id } = await answer.json()
    const status = async () => (await (await page.request.get(`/api/jobs/${job_id}`)).json()).status
    await expect.poll(status, { timeout: 60_000 }).toBe('COMPLETED')
  }
}

const FOREST = { model_type: 'random_forest' }
const LOGISTIC = { model_type: 'logistic' }
const NEIGHBOURS = { model_type: 'knn' }

test('trainings are filtered, sorted, chosen and compared, and the address brings it all back', async ({
  page,
}) => {
  await signUp(page)
  await trainSeveral(page, LOGISTIC, FOREST, NEIGHBOURS)
  await goTo(page, 'Training')
  await expect(page.getByText('3 trainings', { exact: true })).toBeVisible()
  await expectAccessible(page, 'the table')

  await page.keyboard.press('/')
  await page.keyboard.type('-model:knn')
  await expect(page.getByText('2 of 3 trainings')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Score', exact: true }).click()
  const header = page.getByRole('columnheader', { name: 'Score', exact: true })
  await expect(header).toHaveAttribute('aria-sort', 'descending')
  await expect(page).toHaveURL(/q=.*model.*knn.*&sort=-score/)
  await page.reload()
  await expect(page.getByText('2 of 3 trainings')).toBeVisible()
  await expect(header).toHaveAttribute('aria-sort', 'descending')
  await page.goBack()
  await expect(header).not.toHaveAttribute('aria-sort', 'descending')
  await page.goForward()

  await page.getByRole('button', { name: 'Save view' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('No neighbours')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await expect(page.getByText('3 trainings', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'No neighbours', exact: true }).click()
  await expect(page.getByText('2 of 3 trainings')).toBeVisible()

  await page.getByRole('checkbox', { name: /^Choose Logistic/ }).click()
  await page.getByRole('checkbox', { name: /^Choose Random forest/ }).click()
  await expect(page.getByRole('main').getByRole('link', { name: 'Compare', exact: true })).toBeVisible()
  await page.keyboard.press('c')
  await expect(page.getByRole('heading', { level: 1, name: 'Compare runs' })).toBeVisible()
  const table = page.getByRole('table', { name: 'Runs side by side' })
  await expect(table.getByRole('rowheader', { name: 'Model', exact: true })).toBeVisible()
  await expect(table.getByRole('rowheader', { name: 'Target', exact: true })).toHaveCount(0)
  await page.getByRole('switch', { name: 'Also show what is the same' }).click()
  await expect(table.getByRole('rowheader', { name: 'Target', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Measure the others against Random forest' }).click()
  await expect(page).toHaveURL(/base=/)
  await page.reload()
  await expect(
    page.getByRole('button', { name: 'Measure the others against Random forest' }),
  ).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('application', { name: 'Accuracy with intervals' })).toBeVisible()
  await expect(page.getByRole('application', { name: 'ROC curve' })).toBeVisible()
  await expectAccessible(page, 'the comparison')

  await page.getByRole('button', { name: 'Add runs' }).click()
  const chooser = page.getByRole('dialog', { name: 'Choose runs to compare' })
  await expect(chooser.getByText('2 trainings chosen')).toBeVisible()
  await expectAccessible(page, 'the chooser of runs')
  await page.keyboard.type('neighb')
  await expect(chooser.getByText('1 of 3 trainings')).toBeVisible()
  // Closes what is suggested, not the window.
  await page.keyboard.press('Escape')
  await chooser.getByRole('grid', { name: 'Runs to compare' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(chooser.getByText('3 trainings chosen')).toBeVisible()
  await chooser.getByRole('button', { name: 'Compare' }).click()
  await expect(table.getByRole('columnheader')).toHaveCount(3)

  const together = page.getByRole('application', { name: 'Parameters and scores together' })
  await together.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowUp')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText(/^[12] of 3 in range$/)).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(page.getByText(/in range$/)).toHaveCount(0)
  // The first axis, from above its upper end half of the way down: three families are three words.
  const box = await together.boundingBox()
  if (!box) throw new Error('the lines are not drawn')
  await page.mouse.move(box.x + 48, box.y + 36)
  await page.mouse.down()
  await page.mouse.move(box.x + 48, box.y + 100, { steps: 4 })
  await page.mouse.up()
  await expect(page.getByText('1 of 3 in range')).toBeVisible()
  await page.getByRole('button', { name: 'Clear the ranges' }).click()
  await expect(page.getByText(/in range$/)).toHaveCount(0)
})

test('a run is what others are measured against, and is trained again with its own columns', async ({
  page,
}) => {
  await signUp(page)
  await trainSeveral(page, { ...LOGISTIC, features: { include: ['b'] } }, FOREST)
  await goTo(page, 'Training')
  const grid = page.getByRole('grid', { name: 'Trainings' })
  await grid.getByRole('link', { name: /^Logistic/ }).click()
  await page.getByRole('link', { name: 'Use as baseline' }).click()
  await expect(page.getByRole('columnheader', { name: 'Against pinned' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Filter' })).toHaveValue(
    'dataset=coins.csv version:1 target=target',
  )
  await expect(page.getByText('2 trainings', { exact: true })).toBeVisible()

  await grid.getByRole('link', { name: /^Logistic/ }).click()
  await page.getByRole('link', { name: 'Change and train again' }).click()
  await expect(page.getByRole('radio', { name: 'Only the ticked' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'b', exact: true })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'a', exact: true })).not.toBeChecked()
  await expectAccessible(page, 'the choice of columns')
  await page.getByRole('button', { name: 'Start training' }).click()
  // Asked for in the same way, it is the run that is there already.
  await expect(page.getByText('The same training had been done before')).toBeVisible()
})

test('the leaderboard ranks by any score, and a phone has room for all of it', async ({ page }) => {
  await signUp(page)
  await trainSeveral(page, LOGISTIC, FOREST)
  await goTo(page, 'Leaderboard')
  const podium = page.getByRole('list', { name: 'The best' }).getByRole('listitem')
  await expect(podium).toHaveCount(2)
  await expect(podium.first()).toContainText('the best so far')
  await expectAccessible(page, 'the leaderboard')
  await page.getByRole('combobox', { name: 'Score' }).click()
  await page.getByRole('option', { name: 'F1' }).click()
  await expect(page).toHaveURL(/metric=f1/)
  await expect(podium.last()).toContainText('no interval for this score')

  await page.setViewportSize({ width: 320, height: 640 })
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  expect(await width(), 'leaderboard').toBeLessThanOrEqual(320)
  await page.goto('/training')
  const cards = page.getByRole('list', { name: 'Trainings' }).getByRole('listitem')
  await expect(cards).toHaveCount(2)
  for (const index of [0, 1]) await cards.nth(index).getByRole('checkbox').click()
  expect(await width(), 'training').toBeLessThanOrEqual(320)
  await page.getByRole('main').getByRole('link', { name: 'Compare', exact: true }).click()
  await expect(page.getByRole('table', { name: 'Runs side by side' })).toBeVisible()
  expect(await width(), 'compare').toBeLessThanOrEqual(320)
})
