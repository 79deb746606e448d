import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { PutError, putObject, type SentBytes } from './putObject'

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': 'PUT',
}
let server: Server | undefined

/** A storage on this machine; answers its address. */
async function storage(onPut: (request: IncomingMessage, body: string, response: ServerResponse) => void) {
  server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    if (request.method === 'PUT') onPut(request, body, response)
    else response.writeHead(204, CORS).end()
  })
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/key`
}

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

const CSV = new Blob(['a,b\n1,2\n'], { type: 'text/csv' })
const never = new AbortController().signal

describe('putObject', () => {
  it('sends the file with the signed headers and tells how far it is', async () => {
    let got: { body: string; headers: IncomingMessage['headers'] } | undefined
    const url = await storage((request, body, response) => {
      got = { body, headers: request.headers }
      response.writeHead(200, CORS).end()
    })
    const seen: SentBytes[] = []
    const headers = { 'content-type': 'text/csv', 'content-length': '8', 'x-amz-checksum-sha256': 'abc=' }
    await putObject({ url, headers }, CSV, (progress) => seen.push(progress), never)
    expect(got?.body).toBe('a,b\n1,2\n')
    expect(got?.headers).toMatchObject(headers)
    expect(seen.at(-1)).toEqual({ sent: 8, total: 8 })
  })

  it('fails with the status of a refusal', async () => {
    const url = await storage((_, __, response) => response.writeHead(403, CORS).end())
    const error = await putObject({ url, headers: {} }, CSV, () => undefined, never).catch((cause) => cause)
    expect(error).toBeInstanceOf(PutError)
    expect(error.status).toBe(403)
  })

  it('fails with 0 when nobody answers', async () => {
    const url = await storage((request) => request.socket.destroy())
    const error = await putObject({ url, headers: {} }, CSV, () => undefined, never).catch((cause) => cause)
    expect(error).toMatchObject({ name: 'PutError', status: 0 })
  })

  it('stops when asked to', async () => {
    const controller = new AbortController()
    const url = await storage(() => controller.abort())
    const call = putObject({ url, headers: {} }, CSV, () => undefined, controller.signal)
    await expect(call).rejects.toMatchObject({ name: 'AbortError' })
  })
})
