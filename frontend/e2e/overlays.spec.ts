import type { Page } from '@playwright/test'
import type { Messages } from '../src/i18n/en'
import { en } from '../src/i18n/en'
import { ru } from '../src/i18n/ru'
import { type Overlay, PLACES, ROLES } from './overlays'
import { expect } from './page'
import { endMotion, inTheme, open, signedIn, speaking, test, violations } from './workbench'

const PHONE = { width: 390, height: 844 }
/** Where everything floats. */
const PORTAL = '[data-base-ui-portal]'

const nameOf = ({ source, part }: Overlay) => `${part} of ${source}`

for (const { at, phone, overlays } of PLACES) {
  // In another alphabet, with longer words, where there is most to see.
  const languages = overlays.length > 1 ? (['en', 'ru'] as const) : (['en'] as const)
  for (const locale of languages) {
    test(`${locale}: ${overlays.map(nameOf).join(', ')}${phone ? ', phone' : ''}`, async ({
      page,
      context,
      workbench,
    }) => {
      await speaking(context, locale)
      const path = at(workbench)
      if (path !== '/login') await signedIn(context, workbench)
      if (phone) await page.setViewportSize(PHONE)
      await inTheme(page, 'light')
      await open(page, path)
      for (const overlay of overlays) await look(page, { en, ru }[locale], overlay, workbench)
    })
  }
}

type Workbench = Parameters<Overlay['opener']>[2]

/** Changes the theme as the page itself does, under what is open. */
async function choose(page: Page, theme: 'light' | 'dark') {
  await page.evaluate((chosen) => {
    document.documentElement.dataset.theme = chosen
  }, theme)
  await endMotion(page)
}

/** Opens something by the keyboard, looks at it in both themes, and closes it with Escape. */
async function look(page: Page, t: Messages, overlay: Overlay, workbench: Workbench) {
  const { part, typed, item } = overlay
  await overlay.within?.(page, t)
  const opener = overlay.opener(page, t, workbench)
  await opener.press(typed ? 'End' : 'Enter')
  if (typed) await page.keyboard.type(typed)
  if (item) await page.getByRole('menuitem', { name: item(t) }).press('Enter')
  const popup = page.getByRole(ROLES[part]).last()
  await expect(popup, nameOf(overlay)).toBeVisible()
  await overlay.after?.(page, t)
  // In English with all that is around it. A list below a field hides that for as long as one types: the test below leaves it.
  const within = t === en && part !== 'Autocomplete' ? undefined : PORTAL
  expect.soft(await violations(page, false, within), `${nameOf(overlay)}, in light`).toEqual([])
  if (t === en) {
    await choose(page, 'dark')
    expect.soft(await violations(page, true, PORTAL), `${nameOf(overlay)}, in dark`).toEqual([])
    await choose(page, 'light')
  }
  await page.keyboard.press('Escape')
  await expect(page.getByRole(ROLES[part]), nameOf(overlay)).toHaveCount(0)
  await expect(opener, nameOf(overlay)).toBeFocused()
  if (overlay.within) await page.keyboard.press('Escape')
}

for (const key of ['Tab', 'Shift+Tab']) {
  test(`${key} leads out of a menu and a list to something that can be seen`, async ({
    page,
    context,
    workbench,
  }) => {
    await signedIn(context, workbench)
    await open(page, '/artifacts')
    await page
      .getByRole('button', { name: /^More for/ })
      .first()
      .press('Enter')
    await expect(page.getByRole('menu')).toBeVisible()
    await page.keyboard.press(key)
    await expect(page.getByRole('menu')).toHaveCount(0)
    await expect(page.locator(':focus')).toBeVisible()
    await expect(page.locator(':focus')).not.toHaveAttribute('aria-hidden')

    await open(page, '/training')
    await page.getByRole('combobox', { name: 'Filter', exact: true }).press('m')
    await expect(page.getByRole('listbox')).toBeVisible()
    await page.keyboard.press(key)
    await expect(page.getByRole('listbox')).toHaveCount(0)
    await expect(page.locator(':focus')).toBeVisible()
    await expect(page.locator('[aria-hidden=true] :focus')).toHaveCount(0)
  })
}

test('a tooltip shows at what has the focus, and Escape takes it away', async ({
  page,
  context,
  workbench,
}) => {
  await signedIn(context, workbench)
  await inTheme(page, 'light')
  await open(page, '/artifacts')
  const pin = page.getByRole('button', { name: /^Pin/ }).first()
  await page.keyboard.press('Tab')
  await pin.focus()
  const tooltip = page
    .locator('[data-base-ui-portal]')
    .getByText((await pin.getAttribute('aria-label')) ?? '')
  await expect(tooltip).toBeVisible()
  expect.soft(await violations(page), 'in light').toEqual([])
  await inTheme(page, 'dark')
  expect.soft(await violations(page, true, PORTAL), 'in dark').toEqual([])
  await page.keyboard.press('Escape')
  await expect(tooltip).toHaveCount(0)
  await expect(pin).toBeFocused()
})

test('news can be reached, taken back and closed by the keyboard', async ({ page, context, workbench }) => {
  await signedIn(context, workbench)
  await context.addInitScript(() =>
    localStorage.setItem('stint.runs.views', JSON.stringify([{ name: 'mine', search: { q: 'ridge' } }])),
  )
  await inTheme(page, 'light')
  await open(page, '/training')
  const view = page.getByRole('button', { name: 'mine', exact: true })
  const remove = page.getByRole('button', { name: 'Delete the view mine' })
  const news = page.getByText('The view mine was deleted.')

  await remove.press('Enter')
  await expect(news).toBeVisible()
  expect.soft(await violations(page), 'in light').toEqual([])
  await inTheme(page, 'dark')
  expect.soft(await violations(page, true, PORTAL), 'in dark').toEqual([])
  await page.keyboard.press('F6')
  const undo = page.getByRole('button', { name: 'Undo' })
  for (const _ of ['the news', 'its button']) await page.keyboard.press('Tab')
  await expect(undo).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(view).toBeVisible()
  await expect(news).toHaveCount(0)
})
