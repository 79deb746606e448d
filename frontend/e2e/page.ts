import { randomUUID } from 'node:crypto'
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

/** Makes an account through the page; ends on the datasets. */
export async function signUp(page: Page, person = somebody()): Promise<Person> {
  await page.goto('/signup')
  await page.getByLabel('Full name').fill(person.name)
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Create an account' }).click()
  await expect(page.getByRole('heading', { name: 'Datasets', level: 1 })).toBeVisible()
  return person
}

/** Fills the sign-in form that is shown. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
}

/** Chooses a file on the datasets page. */
export async function chooseFile(
  page: Page,
  file: string | { name: string; content: string },
): Promise<void> {
  const input = page.locator('input[type=file]')
  if (typeof file === 'string') return input.setInputFiles(file)
  return input.setInputFiles({ name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.content) })
}

/** The item of a dataset in the list. */
export function datasetItem(page: Page, name: string) {
  return page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) })
}

/** Signs out by the account's menu. */
export async function signOut(page: Page, person: Person): Promise<void> {
  await page.getByRole('button', { name: person.email }).filter({ visible: true }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
}
