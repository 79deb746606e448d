import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { UiProvider } from '@/components/ui/UiProvider'
import { en } from '@/i18n/en'
import { I18nProvider } from '@/i18n/I18nProvider'

/** What is around every component, in English, with a cache of its own. */
export function Around(props: { client: QueryClient; children: ReactNode }) {
  return (
    <I18nProvider initial={{ locale: 'en', messages: en }}>
      <QueryClientProvider client={props.client}>
        <UiProvider>{props.children}</UiProvider>
      </QueryClientProvider>
    </I18nProvider>
  )
}

export function testClient(): QueryClient {
  return new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: Number.POSITIVE_INFINITY } } })
}

export function renderAround(children: ReactNode, client = testClient()) {
  return { client, ...render(<Around client={client}>{children}</Around>) }
}

/** Answers requests in place of the network. */
export function answerWith(answer: (request: Request) => Response | Promise<Response>) {
  const fetch = vi.fn(async (request: Request) => answer(request))
  vi.stubGlobal('fetch', fetch)
  return fetch
}

export function json(body: unknown, init: ResponseInit = {}): Response {
  return new Response(JSON.stringify(body), {
    ...init,
    headers: { 'content-type': 'application/json', ...init.headers },
  })
}

/** A problem document as the API sends it. */
export function problem(status: number, code: string, detail: string, more: object = {}): Response {
  const body = {
    type: `urn:stint:problem:${code}`,
    title: code,
    status,
    detail,
    instance: '/api',
    code,
    request_id: 'r-1',
    ...more,
  }
  return json(body, { status, headers: { 'content-type': 'application/problem+json' } })
}
