import { defineConfig } from '@playwright/test'
import { launchOptions, PLATFORM } from './scripts/browser.mjs'

export default defineConfig({
  testDir: 'e2e',
  // One browser at a time: the platform under test runs on the same machine.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    baseURL: PLATFORM,
    // A worker hides requests from `page.route`; the tests about times without a network permit it.
    serviceWorkers: 'block',
    trace: 'retain-on-failure',
    launchOptions: launchOptions(),
  },
})
