import AxeBuilder from '@axe-core/playwright'
import { chooseFile, expect, makeAccount, signUp, test } from './page'

test('the palette finds pages, data and actions, by the keyboard alone', async ({ page }) => {
  await signUp(page)
  const rows = Array.from({ length: 40 }, (_, row) => `${row},${(row * 7) % 11},${row % 2 ? 'yes' : 'no'}`)
  await chooseFile(page, { name: 'berries.csv', content: ['a,b,target', ...rows, ''].join('\n') })
  await expect(page.getByText('berries.csv is ready.')).toBeVisible()

  const palette = page.getByRole('dialog', { name: 'Command palette' })
  await page.keyboard.press('Control+k')
  await expect(palette.getByRole('combobox')).toBeFocused()
  await expect(palette.getByRole('option', { name: 'Overview' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(palette).toHaveCount(0)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('berries')
  await expect(palette.getByRole('group', { name: 'Datasets' }).getByRole('option')).toHaveText(
    /berries\.csv/,
  )
  await page.keyboard.type(' train')
  await expect(palette.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/training\/new\?dataset=/)
  await expect(palette).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'New training', level: 1 })).toBeFocused()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('nothing like this')
  await expect(palette.getByText('Nothing is called anything like “nothing like this”.')).toBeVisible()
})

test('theme, language and signing out are in the palette', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await makeAccount(page)
  const run = async (words: string) => {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await run('theme dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await run('русский')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Обзор')
  await run('english')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview')
  await run('sign out')
  await expect(page).toHaveURL(/\/$/)
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
})

test('two keys go to a page, one focuses the filter, and none of them disturbs typing', async ({ page }) => {
  await signUp(page)
  await chooseFile(page, { name: 'small.csv', content: 'a,b\n1,2\n3,4\n5,6\n' })
  await expect(page.getByText('small.csv is ready.')).toBeVisible()

  const heading = (name: string) => page.getByRole('heading', { name, level: 1 })
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await expect(heading('Models')).toBeFocused()
  await page.keyboard.press('g')
  await page.keyboard.press('d')
  await expect(heading('Datasets')).toBeFocused()
  await page.keyboard.press('g')
  await page.keyboard.press('r')
  await expect(heading('Training')).toBeFocused()
  await page.keyboard.press('g')
  await page.keyboard.press('d')

  const filter = page.getByRole('searchbox', { name: 'Find a dataset' })
  await expect(filter).toBeVisible()
  await page.keyboard.press('/')
  await expect(filter).toBeFocused()
  await page.keyboard.type('g?m')
  await expect(filter).toHaveValue('g?m')
  await expect(heading('Datasets')).toBeVisible()

  await filter.fill('')
  await filter.blur()
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(help).toContainText('Filter what the page shows')
  await expect(help).toContainText('Compare the chosen trainings')
  await help.getByRole('switch', { name: 'Single keys' }).click()
  await page.keyboard.press('Escape')
  await expect(help).toHaveCount(0)
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await page.keyboard.press('?')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible()
  await expect(page).toHaveURL(/\/datasets$/)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`palette, shortcuts and settings are accessible, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await makeAccount(page)
    const expectAccessible = async (what: string) => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
        .analyze()
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
      expect(found, what).toEqual([])
    }
    await expectAccessible('overview')
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('option').first()).toBeVisible()
    await expectAccessible('palette')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible('shortcuts')
    await page.goto('/settings')
    await page.getByRole('button', { name: 'New token' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible('settings')
  })
}
