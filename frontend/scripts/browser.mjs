// What the browser tests and the scripts with a browser share: the Chromium that they start, and the platform that they look at.
import { existsSync } from 'node:fs'

/** The platform: $STINT_URL, else where `scripts/dev` has it. */
export const PLATFORM = process.env.STINT_URL ?? 'http://localhost:8080'

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

/**
 * For Playwright's `launch`: $CHROMIUM, else the one that is installed, else Playwright's own.
 * @returns {import('@playwright/test').LaunchOptions}
 */
export function launchOptions() {
  // The sandbox does not start as root.
  const args = process.getuid?.() === 0 ? [...FLAGS, '--no-sandbox'] : FLAGS
  return INSTALLED ? { args, executablePath: INSTALLED } : { args }
}
