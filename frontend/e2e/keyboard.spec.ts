import { fileURLToPath } from 'node:url'
import type { Locator, Page } from '@playwright/test'
import { expect, somebody, test } from './page'

const PENGUINS = fileURLToPath(new URL('../../examples/penguins.csv', import.meta.url))
/** More stops than any page has on the way to anything. */
const MAX_TABS = 90

/** Moves on with Tab until something has the focus; where it passes, the focus can be seen. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  await expect(target).toBeAttached()
  for (let pressed = 0; pressed < MAX_TABS; pressed++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
    expect(await unseenFocus(page), 'has the focus and does not show it').toBeUndefined()
  }
  throw new Error(`Tab does not lead to ${target}`)
}

/** What has the focus without a ring of two pixels around it or around what stands for it. */
function unseenFocus(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const focused = document.activeElement
    if (!focused || focused === document.body) return undefined
    const rings = [focused, focused.closest('label')].map((element) => element && getComputedStyle(element))
    const isSeen = rings.some(
      (style) => style && style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
    )
    return isSeen ? undefined : focused.outerHTML.slice(0, 200)
  })
}

/** Tab leads to it, and Enter does it. */
async function enter(page: Page, target: Locator) {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** The heading has the focus: it is read out, and Tab starts there. */
async function arriveAt(page: Page, name: string | RegExp) {
  await expect(page.getByRole('heading', { level: 1, name })).toBeFocused()
}

/** What had the focus may be gone; somebody who moves by the keyboard must still be somewhere. */
async function expectFocus(page: Page) {
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true)
}

/** Chooses in the menu that is open: the arrows lead to it. */
async function chooseItem(page: Page, role: 'menuitem' | 'menuitemradio', name: string) {
  const item = page.getByRole(role, { name })
  await expect(item).toBeVisible()
  for (let pressed = 0; pressed < MAX_TABS; pressed++) {
    if (await item.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
}

test('from an account to a prediction and out again, by the keyboard alone', async ({ page }) => {
  const person = somebody()
  const main = page.getByRole('main')

  await test.step('sign up', async () => {
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await enter(page, main.getByRole('link', { name: 'Create an account' }).first())
    await arriveAt(page, 'Create an account')
    for (const text of [person.name, person.email, person.password]) {
      await page.keyboard.press('Tab')
      await page.keyboard.type(text)
    }
    await page.keyboard.press('Enter')
    await arriveAt(page, 'Overview')
  })

  await test.step('upload a file', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('d')
    await arriveAt(page, 'Datasets')
    const chooser = page.waitForEvent('filechooser')
    await enter(page, main.getByRole('button', { name: /Choose/ }))
    await (await chooser).setFiles(PENGUINS)
    await enter(page, main.getByRole('button', { name: 'Upload penguins.csv', exact: true }))
    await expect(page.getByText('penguins.csv is ready.')).toBeAttached()
    await expectFocus(page)
  })

  await test.step('train two models', async () => {
    await enter(page, main.getByRole('link', { name: /^Train a model on penguins\.csv/ }))
    await arriveAt(page, 'New training')
    await trainFamily(page, 'Logistic regression')
    await enter(page, main.getByRole('link', { name: 'Train again' }))
    await arriveAt(page, 'New training')
    await trainFamily(page, 'Decision tree')
  })

  await test.step('read the report', async () => {
    await enter(page, page.getByRole('link', { name: 'Errors', exact: true }))
    const curve = page.getByRole('application', { name: 'ROC curve' })
    await tabTo(page, curve)
    await page.keyboard.press('End')
    await expect(curve).toContainText(/True positive rate 1\.00/)
    await enter(page, page.getByRole('button', { name: 'Show as table: ROC curve' }))
    await expect(page.getByRole('grid', { name: 'ROC curve' })).toBeVisible()
    await expectFocus(page)
  })

  await test.step('filter, sort and compare the trainings', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('r')
    await arriveAt(page, 'Training')
    await expect(page.getByRole('grid').getByRole('row')).toHaveCount(3)
    await page.keyboard.press('/')
    await page.keyboard.type('model:')
    await expect(page.getByRole('option').first()).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2)
    await enter(page, page.getByRole('button', { name: 'Clear the filter' }))
    await expect(page.getByRole('grid').getByRole('row')).toHaveCount(3)
    await expectFocus(page)
    const score = page.getByRole('columnheader', { name: 'Score', exact: true })
    await enter(page, score.getByRole('button'))
    await expect(score).toHaveAttribute('aria-sort', 'descending')
    await tabTo(page, page.getByRole('grid'), 'Shift+Tab')
    for (const key of ['ArrowDown', 'Space', 'ArrowDown', 'Space']) await page.keyboard.press(key)
    await expect(page.getByRole('link', { name: /Compare/ }).last()).toBeVisible()
    await page.keyboard.press('c')
    await arriveAt(page, /Compare/)
    await expect(page).toHaveURL(/runs=[^,]+(,|%2C)/)
  })

  await test.step('predict for a row', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('m')
    await arriveAt(page, 'Models')
    await enter(page, main.getByRole('link', { name: /^Predict with/ }).first())
    await arriveAt(page, 'Predict target')
    await tabTo(page, page.getByLabel('bill_length_mm'))
    await page.keyboard.press('Control+a')
    await page.keyboard.type('50.5')
    await enter(page, page.getByRole('button', { name: 'Predict', exact: true }))
    await expect(page.getByText('predicted target')).toBeVisible()
    await expectFocus(page)
  })

  await test.step('download a model, then delete it', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('m')
    await arriveAt(page, 'Models')
    const models = page.getByRole('list', { name: 'Your models' }).getByRole('listitem')
    await expect(models).toHaveCount(2)
    const more = models.first().getByRole('button', { name: /^More for/ })
    await enter(page, more)
    const download = page.waitForEvent('download')
    await chooseItem(page, 'menuitem', 'Download ONNX')
    expect((await download).suggestedFilename()).toMatch(/\.onnx$/)
    await expect(more).toBeFocused()
    await page.keyboard.press('Enter')
    await chooseItem(page, 'menuitem', 'Delete…')
    await expect(page.getByRole('alertdialog').getByRole('textbox')).toBeFocused()
    await page.keyboard.type('target')
    await enter(page, page.getByRole('alertdialog').getByRole('button', { name: 'Delete model' }))
    await expect(models).toHaveCount(1)
    await expectFocus(page)
  })

  await test.step('change theme and language, and sign out', async () => {
    const account = page.getByRole('button', { name: person.email })
    await tabTo(page, account, 'Shift+Tab')
    await page.keyboard.press('Enter')
    await chooseItem(page, 'menuitemradio', 'Dark')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await expect(account).toBeFocused()
    await page.keyboard.press('Enter')
    await chooseItem(page, 'menuitemradio', 'Русский')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Модели')
    await expect(account).toBeFocused()
    await page.keyboard.press('Enter')
    await chooseItem(page, 'menuitem', 'Выйти')
    await arriveAt(page, 'Из CSV — готовая модель')
  })
})

/** Chooses a family with the arrows and starts; ends at the report. */
async function trainFamily(page: Page, family: string) {
  const families = page.getByRole('group', { name: 'Model' })
  await tabTo(page, families.getByRole('radio', { checked: true }))
  const wanted = families.getByRole('radio', { name: new RegExp(`^${family}`) })
  while (!(await wanted.isChecked())) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/\/training\/[0-9a-f]{8}-/, { timeout: 60_000 })
  await arriveAt(page, family)
}
