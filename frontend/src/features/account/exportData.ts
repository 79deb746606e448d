import { answerOf, api, responseOf } from '@/api/client'
import { nextCursor } from '@/api/nextCursor'

/** As many as the API gives at once. */
const PAGE = 1000

interface Page<Item> {
  data: Item[]
  response: Response
}

/** All items of a list, page after page. */
async function all<Item>(
  read: (query: { limit: number; cursor?: string }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = []
  let cursor: string | undefined
  do {
    const { data, response } = await read({ limit: PAGE, ...(cursor !== undefined && { cursor }) })
    items.push(...data)
    cursor = nextCursor(response)
  } while (cursor !== undefined)
  return items
}

/** Everything the platform knows of the one who is signed in, but for the contents of files. */
export async function collectData(signal: AbortSignal) {
  const [account, sessions, tokens, datasets, jobs, training_runs, artifacts] = await Promise.all([
    answerOf(api.GET('/api/auth/me', { signal })),
    all((query) => responseOf(api.GET('/api/auth/sessions', { params: { query }, signal }))),
    all((query) => responseOf(api.GET('/api/auth/tokens', { params: { query }, signal }))),
    all((query) => responseOf(api.GET('/api/ml/v1/datasets', { params: { query }, signal }))),
    all((query) => responseOf(api.GET('/api/jobs', { params: { query }, signal }))),
    all((query) => responseOf(api.GET('/api/ml/v1/training-runs', { params: { query }, signal }))),
    all((query) => responseOf(api.GET('/api/ml/v1/artifacts', { params: { query }, signal }))),
  ])
  return {
    exported_at: new Date().toISOString(),
    account,
    sessions,
    tokens,
    datasets,
    jobs,
    training_runs,
    artifacts,
  }
}
