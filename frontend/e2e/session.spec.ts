import { expect, signIn, signOut, signUp, somebody, test } from './page'

test('a session that has ended leads to the sign-in page and back', async ({ page, context }) => {
  const person = await signUp(page)
  await context.clearCookies()
  await page.getByRole('link', { name: 'Training' }).click()
  await expect(page).toHaveURL(/\/login\?next=/)
  await expect(page.getByText('You will come back to where you were.')).toBeVisible()
  await signIn(page, person)
  await expect(page).toHaveURL(/\/training$/)
  await expect(page.getByText('No training yet')).toBeVisible()
})

test('a page that needs a session asks for it first', async ({ page }) => {
  await page.goto('/datasets')
  await expect(page).toHaveURL(/\/login\?next=%2Fdatasets/)
})

test('a wrong password and an unknown e-mail get the same answer', async ({ page }) => {
  const person = await signUp(page)
  await signOut(page, person)
  const answers: string[] = []
  for (const stranger of [{ ...person, password: 'not the right one' }, somebody()]) {
    await page.goto('/login')
    await signIn(page, stranger)
    answers.push((await page.getByRole('alert').textContent()) ?? '')
  }
  expect(answers[0]).toContain('E-mail or password is wrong.')
  expect(answers[1]).toBe(answers[0])
})

test('an e-mail can have one account, and a common password is refused', async ({ page }) => {
  const person = await signUp(page)
  await signOut(page, person)
  await page.goto('/signup')
  const fill = async (email: string, password: string) => {
    await page.getByLabel('Full name').fill(person.name)
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Create an account' }).click()
  }
  await fill(person.email.toUpperCase(), 'correct horse battery')
  await expect(page.getByRole('alert')).toContainText('This e-mail has an account already.')
  await fill(somebody().email, 'password123')
  await expect(page.getByLabel('Password')).toHaveAttribute('aria-invalid', 'true')
})
