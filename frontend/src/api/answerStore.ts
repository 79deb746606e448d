import type { DehydratedState } from '@tanstack/react-query'
import { clear, createStore, delMany, entries, keys, setMany, type UseStore } from 'idb-keyval'

/** An answer of the API as it is kept. */
export interface StoredAnswer {
  /** Whose it is. */
  user: string
  /** The build of the page that asked: another one may expect other fields. */
  page: string
  query: DehydratedState['queries'][number]
}

/** More than a person looks at in a day; the oldest go first. */
const LIMIT = 300
const MAX_AGE_MS = 7 * 24 * 3_600_000

/** This build; the address of a built file has a hash of its content. */
export const THIS_PAGE = import.meta.url

let opened: UseStore | undefined
const store = () => {
  opened ??= createStore('stint', 'answers')
  return opened
}

/**
 * What the API answered lately, in this browser's IndexedDB. A browser may refuse that, in a private window for
 * example: then nothing is kept, which is no error.
 */
export const answerStore = {
  async put(answers: readonly StoredAnswer[]): Promise<void> {
    await unlessRefused(async () => {
      await setMany(
        answers.map((answer) => [answer.query.queryHash, answer]),
        store(),
      )
      await forgetOld()
    })
  },

  async all(): Promise<StoredAnswer[]> {
    const found = await unlessRefused(() => entries<string, StoredAnswer>(store()))
    const kept = (found ?? []).map(([, answer]) => answer)
    return kept.filter(({ page, query }) => page === THIS_PAGE && !isOld(query.state.dataUpdatedAt))
  },

  async clear(): Promise<void> {
    await unlessRefused(() => clear(store()))
  },
}

function isOld(at: number): boolean {
  return at < Date.now() - MAX_AGE_MS
}

let looked = false

/** Looking at the age of answers reads them all: once after the page was opened, and when they have become too many. */
async function forgetOld(): Promise<void> {
  if (looked && (await keys(store())).length <= LIMIT) return
  looked = true
  const all = await entries<string, StoredAnswer>(store())
  const newestFirst = all
    .map(([hash, { query }]) => ({ hash, at: query.state.dataUpdatedAt }))
    .sort((one, other) => other.at - one.at)
  const old = newestFirst.filter(({ at }, index) => index >= LIMIT || isOld(at))
  await delMany(
    old.map(({ hash }) => hash),
    store(),
  )
}

async function unlessRefused<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work()
  } catch {
    return undefined
  }
}
