// Somebody with datasets, trainings and models, made through the API: for the tests, the screenshots and the measurements that look at
// every page.
import { createHash, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'

const EXAMPLES = new URL('../../examples/', import.meta.url)
const JOB_MS = 120_000

/** A client of the API with the cookie of one account. */
class Account {
  #origin
  #cookies = new Map()

  constructor(origin) {
    this.#origin = origin.replace(/\/$/, '')
  }

  /** Name and value of each cookie. */
  get cookies() {
    return [...this.#cookies].map(([name, value]) => ({ name, value }))
  }

  async call(method, path, body) {
    const headers = { accept: 'application/json', origin: this.#origin }
    if (this.#cookies.size > 0) headers.cookie = [...this.#cookies].map((pair) => pair.join('=')).join('; ')
    if (body !== undefined) headers['content-type'] = 'application/json'
    const response = await fetch(this.#origin + path, { method, headers, body: body && JSON.stringify(body) })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)
      this.#cookies.set(name, value)
    }
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
    return text ? JSON.parse(text) : undefined
  }

  /** Uploads a CSV; answers the dataset. */
  async upload(filename, content) {
    const sha256 = createHash('sha256').update(content).digest('hex')
    const size_bytes = Buffer.byteLength(content)
    const { id, upload } = await this.call('POST', '/api/ml/v1/datasets/upload', {
      filename,
      size_bytes,
      sha256,
    })
    const sent = await fetch(upload.url, { method: upload.method, headers: upload.headers, body: content })
    if (!sent.ok) throw new Error(`the upload of ${filename} answered ${sent.status}`)
    return this.call('POST', `/api/ml/v1/datasets/${id}/complete`)
  }

  /** Trains and waits for the end, good or bad; answers the job. */
  async train(parameters) {
    let job = await this.call('POST', '/api/jobs', { job_type: 'TRAIN', parameters })
    const deadline = Date.now() + JOB_MS
    while (!['COMPLETED', 'FAILED', 'CANCELLED'].includes(job.status)) {
      if (Date.now() > deadline) throw new Error(`job ${job.job_id} has not ended after ${JOB_MS} ms`)
      await new Promise((resolve) => setTimeout(resolve, 250))
      job = await this.call('GET', `/api/jobs/${job.job_id}`)
    }
    return job
  }
}

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
 * Makes an account with a classification, a regression, a refused file and a failed training.
 * @param {string} origin Where the platform is, such as http://localhost:8080
 */
export async function makeWorkbench(origin) {
  const account = new Account(origin)
  const person = {
    name: 'Ada Lovelace',
    email: `ada+${randomUUID().slice(0, 13)}@example.org`,
    password: `correct horse ${randomUUID()}`,
  }
  const { email, password } = person
  await account.call('POST', '/api/auth/sign-up', { email, password, full_name: person.name })
  await account.call('POST', '/api/auth/sign-in', { email, password })
  const classification = await trained(account, 'penguins.csv', ['logistic', 'auto'])
  const regression = await trained(account, 'diabetes.csv', ['ridge'])
  const constant = await account.upload(
    'one-class.csv',
    `x,y\n${'1,common\n2,common\n3,common\n'.repeat(14)}`,
  )
  const failed = await account.train({ dataset_id: constant.id, target: 'y' })
  if (failed.status !== 'FAILED') throw new Error(`a training with one class ended as ${failed.status}`)
  return { person, cookies: account.cookies, classification, regression, failed }
}
