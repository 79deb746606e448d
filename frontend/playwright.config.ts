import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const INSTALLED = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].find((path) => path && existsSync(path))

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const isRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'e2e',
  // One browser at a time: the platform under test runs on the same machine.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    baseURL: process.env.STINT_URL ?? 'http://localhost:8080',
    trace: 'retain-on-failure',
    launchOptions: {
      args: isRoot ? [...FLAGS, '--no-sandbox'] : FLAGS,
      ...(INSTALLED ? { executablePath: INSTALLED } : {}),
    },
  },
})
