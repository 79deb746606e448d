// Somebody with datasets, trainings and models, made through the API: for the tests, the screenshots and the measurements that look at
// every page.
import { readFile } from 'node:fs/promises'
import { Account } from './account.mjs'

const EXAMPLES = new URL('../../examples/', import.meta.url)

/** A file of `examples/` with a training for each of `models`; answers the ids of the dataset and of the last training. */
async function trained(account, name, models) {
  const dataset = await account.upload(name, await readFile(new URL(name, EXAMPLES)))
  const ids = []
  for (const model_type of models) {
    const job = await account.train({ dataset_id: dataset.id, model_type })
    if (job.status !== 'COMPLETED')
      throw new Error(`training on ${name} ended as ${job.status}: ${job.error?.detail}`)
    ids.push(job.result)
  }
  const last = ids.at(-1)
  return {
    dataset: dataset.id,
    runs: ids.map(({ run_id }) => run_id),
    run: last.run_id,
    artifact: last.artifact_id,
  }
}

/**
 * Makes an account with a classification, a regression, two analyses, a failed training, a dataset of two versions and a token.
 * @param {string} origin Where the platform is, such as http://localhost:8080
 */
export async function makeWorkbench(origin) {
  const { account, person } = await Account.make(origin)
  const classification = await trained(account, 'penguins.csv', ['logistic', 'auto'])
  const regression = await trained(account, 'diabetes.csv', ['ridge'])
  const constant = await account.upload(
    'one-class.csv',
    `x,y\n${'1,common\n2,common\n3,common\n'.repeat(14)}`,
  )
  const failed = await account.train({ dataset_id: constant.id, target: 'y' })
  if (failed.status !== 'FAILED') throw new Error(`a training with one class ended as ${failed.status}`)
  await account.work('ANALYZE', { dataset_id: classification.dataset })
  await account.work('ANALYZE', { dataset_id: classification.dataset, target: 'target' })
  await account.call('POST', '/api/auth/tokens', { name: 'nightly', scope: 'read', expires_in_days: 90 })
  const longer = await account.upload('one-class.csv', `x,y,z\n${'1,common,\n2,rare,7\n'.repeat(20)}`)
  return { person, cookies: account.cookies, classification, regression, failed, versions: longer.id }
}
