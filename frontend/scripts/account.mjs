// A client of the API with an account of its own, for the tests and scripts that make up data.
import { createHash, randomUUID } from 'node:crypto'

const JOB_MS = 120_000

/** The cookie of one account, and what one does with it. */
export class Account {
  #origin
  #cookies = new Map()

  /** @param {string} origin Where the platform is, such as http://localhost:8080 */
  constructor(origin) {
    this.#origin = origin.replace(/\/$/, '')
  }

  /**
   * Makes an account and signs in; answers it, and who it belongs to.
   * @param {string} origin Where the platform is
   */
  static async make(origin) {
    const account = new Account(origin)
    const person = {
      name: 'Ada Lovelace',
      email: `ada+${randomUUID().slice(0, 13)}@example.org`,
      password: `correct horse ${randomUUID()}`,
    }
    const { email, password } = person
    await account.call('POST', '/api/auth/sign-up', { email, password, full_name: person.name })
    await account.call('POST', '/api/auth/sign-in', { email, password })
    return { account, person }
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
  train(parameters) {
    return this.work('TRAIN', parameters)
  }

  /** Has a job done and waits for its end, good or bad; answers the job. */
  async work(job_type, parameters) {
    let job = await this.call('POST', '/api/jobs', { job_type, parameters })
    const deadline = Date.now() + JOB_MS
    while (!['COMPLETED', 'FAILED', 'CANCELLED'].includes(job.status)) {
      if (Date.now() > deadline) throw new Error(`job ${job.job_id} has not ended after ${JOB_MS} ms`)
      await new Promise((resolve) => setTimeout(resolve, 250))
      job = await this.call('GET', `/api/jobs/${job.job_id}`)
    }
    return job
  }
}
