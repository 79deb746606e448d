import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, makeAccount, type Person, signIn, test } from './page'

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

async function openSettings(page: Page, person: Person) {
  await page.getByRole('button', { name: person.email }).filter({ visible: true }).click()
  await page.getByRole('menuitem', { name: 'Settings' }).click()
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
}

/** Signs in at another place; ends when that place knows who it is. */
async function signInElsewhere(page: Page, person: Person) {
  await page.goto('/login')
  await signIn(page, person)
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
}

test('the looks hold: theme, language, density', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  const person = await makeAccount(page)
  await openSettings(page, person)
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await background()
  await page.getByRole('radio', { name: 'Dark' }).click()
  await expect.poll(background).not.toBe(light)
  await page.getByRole('radio', { name: 'Compact' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact')
  await page.getByRole('radio', { name: 'Русский' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Настройки')
  await page.getByRole('button', { name: 'Новый токен' }).click()
  await page.getByRole('combobox').click()
  await expect(page.getByRole('option')).toHaveText(['7 дней', '30 дней', '90 дней', '365 дней'])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  // No flash: the first paint has the choice already.
  await page.reload({ waitUntil: 'commit' })
  await page.waitForFunction(() => document.body !== null)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact')
  await expect(page.getByRole('radio', { name: 'Тёмная' })).toBeChecked()
  await page.getByRole('radio', { name: 'Системная' }).click()
  await expect.poll(background).toBe(light)
})

test('a name is changed, and shown wherever it stands', async ({ page }) => {
  const person = await makeAccount(page)
  await openSettings(page, person)
  const profile = section(page, 'Profile')
  await profile.getByLabel('Full name').fill('')
  await profile.getByRole('button', { name: 'Change name' }).click()
  await expect(profile.getByText('Enter your name.')).toBeVisible()
  await profile.getByLabel('Full name').fill('Grace Hopper')
  await profile.getByRole('button', { name: 'Change name' }).click()
  await expect(page.getByRole('button', { name: person.email })).toContainText('Grace Hopper')
  await page.reload()
  await expect(profile.getByLabel('Full name')).toHaveValue('Grace Hopper')
})

test('a session elsewhere is seen and signed out', async ({ page, browser }) => {
  const person = await makeAccount(page)
  const elsewhere = await browser.newContext()
  const there = await elsewhere.newPage()
  await signInElsewhere(there, person)

  await openSettings(page, person)
  const sessions = page.getByRole('list', { name: 'Where you are signed in' })
  await expect(sessions.getByRole('listitem')).toHaveCount(2)
  await expect(sessions.getByText('This browser')).toHaveCount(1)
  await sessions.getByRole('button', { name: /^Sign out there/ }).click()
  await expect(sessions.getByRole('listitem')).toHaveCount(1)

  await there.goto('/artifacts')
  await expect(there).toHaveURL(/\/login/)
  await elsewhere.close()
})

test('a new password ends the other sessions and is asked for from then on', async ({ page, browser }) => {
  const person = await makeAccount(page)
  const elsewhere = await browser.newContext()
  await signInElsewhere(await elsewhere.newPage(), person)
  await elsewhere.close()

  await openSettings(page, person)
  const password = section(page, 'Password')
  const change = async (current: string, next: string) => {
    await password.getByLabel('Current password').fill(current)
    await password.getByLabel('New password').fill(next)
    await password.getByRole('button', { name: 'Change password' }).click()
  }
  const next = `${person.password} anew`
  await change('not the right one', next)
  await expect(password.getByText('This is not your current password.')).toBeVisible()
  await change(person.password, 'password123')
  await expect(password.getByLabel('New password')).toHaveAttribute('aria-invalid', 'true')
  await change(person.password, next)
  await expect(password.getByText('1 other session has ended')).toBeVisible()

  await page.context().clearCookies()
  await page.goto('/login')
  await signIn(page, person)
  await expect(page.getByRole('alert')).toContainText('E-mail or password is wrong.')
  await signIn(page, { ...person, password: next })
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
})

test('a token works for a script until it is revoked, and its secret is shown once', async ({
  page,
  playwright,
  baseURL,
}) => {
  const person = await makeAccount(page)
  await openSettings(page, person)
  await section(page, 'Access tokens').getByRole('button', { name: 'New token' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('nightly')
  await dialog.getByRole('combobox', { name: 'It ends after' }).click()
  await page.getByRole('option', { name: '7 days' }).click()
  await dialog.getByRole('button', { name: 'Make token' }).click()
  const secret = (await dialog.getByLabel('The token').textContent()) ?? ''
  expect(secret).toMatch(/^stint_pat_/)
  await dialog.getByRole('button', { name: 'I have kept it' }).click()
  await expect(page.getByText(secret)).toHaveCount(0)

  const script = await playwright.request.newContext({
    ...(baseURL && { baseURL }),
    extraHTTPHeaders: { authorization: `Bearer ${secret}` },
  })
  expect((await script.get('/api/ml/v1/datasets')).status()).toBe(200)
  expect((await script.post('/api/ml/v1/datasets/upload', { data: {} })).status()).toBe(403)

  const tokens = page.getByRole('list', { name: 'Access tokens' })
  await expect(tokens).toContainText('Read · ends')
  await tokens.getByRole('button', { name: 'Revoke nightly' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click()
  await expect(tokens.getByRole('listitem')).toHaveCount(1)
  await tokens.getByRole('button', { name: 'Revoke nightly' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(page.getByText('No tokens.')).toBeVisible()
  expect((await script.get('/api/ml/v1/datasets')).status()).toBe(401)
  await script.dispose()
})

test("one's data is saved as a file", async ({ page }) => {
  const person = await makeAccount(page)
  await openSettings(page, person)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^stint-data-\d{4}-\d\d-\d\d\.json$/)
  const data = JSON.parse(await readFile(await file.path(), 'utf8'))
  expect(data.account.email).toBe(person.email)
  expect(data.sessions).toHaveLength(1)
  expect(data.datasets).toEqual([])
})

test('an account is deleted only with its address and its password', async ({ page }) => {
  const person = await makeAccount(page)
  await openSettings(page, person)
  await page.getByRole('button', { name: 'Delete account…' }).click()
  const dialog = page.getByRole('alertdialog')
  const remove = dialog.getByRole('button', { name: 'Delete account' })
  await expect(remove).toBeDisabled()
  await dialog.getByLabel(/to confirm/).fill(person.email)
  await dialog.getByLabel('Password').fill('not the right one')
  await remove.click()
  await expect(dialog.getByText('This is not your current password.')).toBeVisible()
  await dialog.getByLabel('Password').fill(person.password)
  await remove.click()
  await expect(page.getByText('Your account is deleted')).toBeVisible()
  await expect(page).toHaveURL(/\/$/)
  await page.goto('/login')
  await signIn(page, person)
  await expect(page.getByRole('alert')).toContainText('E-mail or password is wrong.')
})
