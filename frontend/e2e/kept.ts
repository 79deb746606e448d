import type { Page } from '@playwright/test'
import { expect } from './page'

/** Waits until the page's files are kept, and an answer with this text. */
export async function untilKept(page: Page, text: string) {
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const [name] = await caches.keys()
        return name ? (await (await caches.open(name)).keys()).length : 0
      }),
    )
    .toBeGreaterThan(20)
  await expect.poll(() => keptAnswers(page)).toContain(text)
}

/** The answers of the API that this browser keeps, as one text. */
export function keptAnswers(page: Page): Promise<string> {
  return page.evaluate(async () => {
    // Opening it would make it.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'stint')) return ''
    return new Promise<string>((resolve) => {
      const opening = indexedDB.open('stint')
      opening.onsuccess = () => {
        const reading = opening.result.transaction('answers').objectStore('answers').getAll()
        reading.onsuccess = () => {
          opening.result.close()
          resolve(reading.result.map((answer) => JSON.stringify(answer)).join())
        }
      }
    })
  })
}
