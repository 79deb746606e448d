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
    trace: 'retain-on-failure',
    launchOptions: launchOptions(),
  },
})
