// Somebody with thousands of trainings: a few real ones, and copies of them in the table of a platform on this machine.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Account } from './account.mjs'

const ROOT = new URL('../../', import.meta.url)
const PYTHON = fileURLToPath(new URL('.local/venv/bin/python', ROOT))
const COPY_RUNS = fileURLToPath(new URL('scripts/lib/copy_runs.py', ROOT))
const FAMILIES = ['logistic', 'knn', 'naive_bayes', 'decision_tree', 'random_forest']

const copyRuns = (user, count) => promisify(execFile)(PYTHON, [COPY_RUNS, user, String(count)])

/**
 * Makes an account with so many runs, all of one task and of one dataset. `remove` takes it away again.
 * @param {string} origin Where the platform is; its tables must be those of an emulator
 * @param {number} count
 */
export async function makeManyRuns(origin, count) {
  const { account, person } = await Account.make(origin)
  const dataset = await account.upload('penguins.csv', await readFile(new URL('examples/penguins.csv', ROOT)))
  for (const model_type of FAMILIES) {
    const job = await account.train({ dataset_id: dataset.id, model_type })
    if (job.status !== 'COMPLETED') throw new Error(`${model_type} ended as ${job.status}`)
  }
  const { id } = await account.call('GET', '/api/auth/me')
  await copyRuns(id, count - FAMILIES.length)
  return {
    cookies: account.cookies,
    async remove() {
      await copyRuns(id, 0)
      await account.call('DELETE', '/api/auth/me', { password: person.password })
    },
  }
}
