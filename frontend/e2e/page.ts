import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'

export { expect }

/** A test that fails when the browser reports a violation of the Content-Security-Policy or an uncaught error. */
export const test = base.extend<{ cleanConsole: undefined }>({
  cleanConsole: [
    async ({ page }, use) => {
      const reports: string[] = []
      page.on('console', (message) => {
        if (/content security policy/i.test(message.text())) reports.push(message.text())
      })
      page.on('pageerror', (error) => reports.push(String(error)))
      await use(undefined)
      expect(reports).toEqual([])
    },
    { auto: true },
  ],
})

export interface Person {
  name: string
  email: string
  password: string
}

/** Somebody whom nobody has seen before. */
export function somebody(): Person {
  const id = randomUUID().slice(0, 13)
  return { name: 'Ada Lovelace', email: `ada+${id}@example.org`, password: `correct horse ${id}` }
}

/** Makes an account through the page; ends on the overview, as everybody new does. */
export async function makeAccount(page: Page, person = somebody()): Promise<Person> {
  await page.goto('/signup')
  await page.getByLabel('Full name').fill(person.name)
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Create an account' }).click()
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
  return person
}

/** Goes to a place by the navigation that is shown. */
export async function goTo(page: Page, place: string): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Main' }).filter({ visible: true })
  await navigation.getByRole('link', { name: place, exact: true }).click()
  await expect(page.getByRole('heading', { name: place, level: 1 })).toBeVisible()
}

/** Makes an account through the page; ends on the datasets. */
export async function signUp(page: Page, person = somebody()): Promise<Person> {
  await makeAccount(page, person)
  await goTo(page, 'Datasets')
  return person
}

/** Fills the sign-in form that is shown. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
}

export interface SmallFile {
  name: string
  content: string
}

/** Chooses files on the datasets page, without sending them. */
export async function chooseFiles(page: Page, ...files: (string | SmallFile)[]): Promise<void> {
  for (const file of files) {
    const payload =
      typeof file === 'string'
        ? file
        : { name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.content) }
    await page.getByLabel('CSV files').setInputFiles(payload)
  }
}

/** Chooses a file on the datasets page and sends it. */
export async function chooseFile(page: Page, file: string | SmallFile): Promise<void> {
  const name = typeof file === 'string' ? basename(file) : file.name
  await chooseFiles(page, file)
  await page.getByRole('button', { name: `Upload ${name}`, exact: true }).click()
}

/** A name in the list of datasets, with all its versions. */
export function datasetItem(page: Page, name: string) {
  return page
    .getByRole('region', { name: 'Your datasets' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name }) })
}

/** Trains on a dataset with the defaults, from the list of datasets; ends where the result is. */
export async function trainOn(page: Page, name: string): Promise<void> {
  await datasetItem(page, name)
    .getByRole('link', { name: `Train a model on ${name}` })
    .first()
    .click()
  await page.getByRole('button', { name: 'Start training' }).click()
  await expect(page).toHaveURL(/\/training\/[0-9a-f]{8}-/, { timeout: 60_000 })
}

/** Signs out by the account's menu. */
export async function signOut(page: Page, person: Person): Promise<void> {
  await page.getByRole('button', { name: person.email }).filter({ visible: true }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
}
