// Runs Lighthouse (desktop) over some pages of a running platform: `npm run lighthouse`. Prints the four scores beside their goals and
// fails below them. It is a measurement, not a test: on a busy machine the first score says more about the machine.
import { loadavg } from 'node:os'
import { chromium } from '@playwright/test'
import lighthouse, { desktopConfig } from 'lighthouse'
import { launchOptions, PLATFORM } from './browser.mjs'
import { makeWorkbench } from './workbench.mjs'

const PORT = 9333
const GOALS = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 95 }
/** What is measured. */
const PAGES = [
  { name: 'home', path: '/' },
  { name: 'login', path: '/login' },
  { name: 'datasets', path: '/datasets', signedIn: true },
  { name: 'trainings', path: '/training', signedIn: true },
]

/** Scores from 0 to 100, and what took points, for one address. */
async function measure(url) {
  const flags = { port: PORT, disableStorageReset: true, onlyCategories: Object.keys(GOALS) }
  const { lhr } = await lighthouse(url, flags, desktopConfig)
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`)
  const scores = {}
  const lost = []
  for (const [id, { score, auditRefs }] of Object.entries(lhr.categories)) {
    scores[id] = Math.round(score * 100)
    if (scores[id] >= GOALS[id]) continue
    const failed = auditRefs.filter((ref) => ref.weight > 0 && (lhr.audits[ref.id].score ?? 1) < 0.9)
    lost.push(
      ...failed.map((ref) => `${lhr.audits[ref.id].title} ${lhr.audits[ref.id].displayValue ?? ''}`.trim()),
    )
  }
  return { scores, lost }
}

/** Prepares the browser for pages behind the sign-in. */
async function signIn(context) {
  const workbench = await makeWorkbench(PLATFORM)
  await context.addCookies(workbench.cookies.map((cookie) => ({ ...cookie, url: PLATFORM })))
  const page = await context.newPage()
  await page.goto(`${PLATFORM}/icon.svg`)
  await page.evaluate(() => localStorage.setItem('stint.signed-in', '1'))
  await page.close()
}

async function main() {
  const { args, executablePath } = launchOptions()
  const browser = await chromium.launchPersistentContext('', {
    executablePath,
    args: [...args, `--remote-debugging-port=${PORT}`],
  })
  let missed = 0
  try {
    console.log(`load average ${loadavg()[0].toFixed(1)}; goals: ${Object.values(GOALS).join(' / ')}`)
    let isSignedIn = false
    for (const { name, path, signedIn = false } of PAGES) {
      if (signedIn && !isSignedIn) await signIn(browser)
      isSignedIn = signedIn
      const { scores, lost } = await measure(PLATFORM + path)
      console.log(
        `${name.padEnd(10)} ${Object.keys(GOALS)
          .map((id) => `${id} ${scores[id]}`)
          .join(', ')}`,
      )
      for (const line of lost) console.log(`           below the goal: ${line}`)
      missed += Object.keys(GOALS).filter((id) => scores[id] < GOALS[id]).length
    }
  } finally {
    await browser.close()
  }
  if (missed > 0) process.exit(1)
}

await main()
