import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { showLayout } from '@/test/layout'
import { answerWith, json, problem, renderAround } from '@/test/render'
import { sampleRun } from '@/test/samples'
import type { EndedJob } from '../runRow'
import { Runs } from './Runs'
import { type RunsSearch, readRunsSearch } from './search'

const FAMILIES = ['ridge', 'logistic', 'knn']

function runs(from: number, count: number) {
  return Array.from({ length: count }, (_, index) => {
    const number = from + index
    return sampleRun({
      id: `run-${number}`,
      model_type: FAMILIES[number % 3] as never,
      metrics: { accuracy: 0.5 + (number % 50) / 100 },
      interval: null,
      created_at: new Date(Date.parse('2026-11-23T10:00:00Z') - number * 60_000).toISOString(),
    })
  })
}

/** Answers so many runs, in pages as long as they are asked for. */
function serve(total: number) {
  return answerWith((request) => {
    const query = new URL(request.url).searchParams
    const [limit, from] = [Number(query.get('limit')), Number(query.get('cursor') ?? 0)]
    const page = runs(from, Math.min(limit, total - from))
    const more = from + limit < total
    return json(page, more ? { headers: { link: `</x?cursor=${from + limit}>; rel="next"` } } : {})
  })
}

const FAILED: EndedJob = {
  id: 'job-9',
  status: 'FAILED',
  cause: 'the target has one class',
  model_type: 'knn',
  dataset_name: 'titanic.csv',
  dataset_version: 1,
  target: 'survived',
  task: 'classification',
  created_at: '2026-11-23T10:00:30Z',
  cost_usd: 0.0001,
}

function Page(props: { ended?: EndedJob[]; search?: RunsSearch; onSearch?: (search: RunsSearch) => void }) {
  const [search, setSearch] = useState(props.search ?? {})
  return (
    <Runs
      ended={props.ended ?? [FAILED]}
      search={search}
      onSearch={(next) => {
        setSearch(readRunsSearch({ ...next }))
        props.onSearch?.(readRunsSearch({ ...next }))
      }}
      onOpen={() => undefined}
      renderLink={(_, name) => name}
      renderCompare={(ids, words) => <a href={`/compare?runs=${ids.join()}`}>{words}</a>}
      emptyAction={<a href="/new">Train</a>}
    />
  )
}

const shown = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent)
const filter = () => screen.getByRole('combobox', { name: 'Filter' })

beforeEach(() => showLayout({ height: 300 }))

describe('the table of runs', () => {
  it('reads all pages by itself, the failed ones among them', async () => {
    const fetch = serve(1_500)
    renderAround(<Page />)
    expect(await screen.findByText('1,501 trainings')).toBeVisible()
    expect(fetch).toHaveBeenCalledTimes(3)
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '1502')
    const failed = screen.getByText('Failed').closest('tr') as HTMLElement
    expect(failed).toHaveTextContent('the target has one class')
    expect(within(failed).queryByRole('checkbox')).not.toBeInTheDocument()
  })

  it('goes on where reading was interrupted, and shows what there is meanwhile', async () => {
    const answer = serve(3_000).getMockImplementation() as (request: Request) => Promise<Response>
    const asked: string[] = []
    let hold = true
    answerWith((request) => {
      const cursor = new URL(request.url).searchParams.get('cursor')
      asked.push(cursor ?? 'first')
      return cursor === '1200' && hold ? new Promise<Response>(() => undefined) : answer(request)
    })
    const { client, unmount } = renderAround(<Page />)
    expect(await screen.findByText('Reading: 1,201 trainings so far')).toBeVisible()
    await waitFor(() => expect(asked).toEqual(['first', '200', '1200']))
    unmount()
    hold = false
    renderAround(<Page />, client)
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '1202')
    expect(await screen.findByText('3,001 trainings')).toBeVisible()
    expect(asked.slice(3)).toEqual(['first', '1200', '2200'])
  })

  it('says so when older ones could not be read, and reads them when asked to', async () => {
    const answer = serve(1_500).getMockImplementation() as (request: Request) => Promise<Response>
    let broken = true
    answerWith((request) =>
      broken && request.url.includes('cursor')
        ? problem(503, 'unavailable', 'the table does not answer')
        : answer(request),
    )
    renderAround(<Page />)
    expect(
      await screen.findByText('Only the newest 201 trainings: older ones could not be read.'),
    ).toBeVisible()
    broken = false
    await userEvent.click(within(screen.getByRole('alert')).getByRole('button'))
    expect(await screen.findByText('1,501 trainings')).toBeVisible()
  })

  it('says how many can be compared, when more are chosen', async () => {
    serve(101)
    renderAround(<Page ended={[]} />)
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Choose all that are shown' }))
    expect(await screen.findByText('At most 100 runs can be compared: choose fewer.')).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Compare' })).not.toBeInTheDocument()
    await userEvent.click(screen.getAllByRole('checkbox')[1] as HTMLElement)
    expect(await screen.findByRole('link', { name: 'Compare' })).toBeVisible()
  })

  it('is filtered while one types; what is wrong is said, and the address follows', async () => {
    serve(30)
    const onSearch = vi.fn()
    renderAround(<Page onSearch={onSearch} />)
    await screen.findByText('31 trainings')
    fireEvent.change(filter(), { target: { value: 'model:ridge acc>=0.6' } })
    expect(await screen.findByText('6 of 31 trainings')).toBeVisible()
    expect(new Set(shown())).toEqual(new Set(['Ridge regression']))
    await waitFor(() => expect(onSearch).toHaveBeenLastCalledWith({ q: 'model:ridge acc>=0.6' }))
    fireEvent.change(filter(), { target: { value: 'modle:ridge' } })
    expect(await screen.findByText('There is no “modle”. Did you mean “model”?')).toBeVisible()
    expect(filter()).toBeInvalid()
    await userEvent.click(screen.getByRole('button', { name: 'Clear the filter' }))
    expect(await screen.findByText('31 trainings')).toBeVisible()
    expect(filter()).toHaveFocus()
  })

  it('suggests keys and then the values that there are', async () => {
    serve(30)
    renderAround(<Page />)
    await screen.findByText('31 trainings')
    await userEvent.click(filter())
    await userEvent.keyboard('mod')
    await userEvent.keyboard('{ArrowDown}{Enter}')
    expect(filter()).toHaveValue('model:')
    expect(await screen.findByRole('option', { name: /knn/ })).toBeVisible()
  })

  it('shows what the address says: order, columns, pinned run, chosen runs', async () => {
    serve(30)
    renderAround(
      <Page
        search={{ sort: '-score', columns: 'model,score,metric.accuracy', pin: 'run-3', runs: 'run-4,run-5' }}
      />,
    )
    await screen.findByText('31 trainings')
    expect(screen.getAllByRole('columnheader').map((cell) => cell.textContent?.replace(/[↑↓]/g, ''))).toEqual(
      ['', 'Model', 'Against pinned', 'Accuracy'],
    )
    const [, pinned, best] = screen.getAllByRole('row')
    expect(within(pinned as HTMLElement).getByRole('button', { name: /Unpin/ })).toBeInTheDocument()
    expect(best).toHaveTextContent('0.26 better than the pinned run')
    expect(await screen.findByRole('link', { name: 'Compare' })).toHaveAttribute(
      'href',
      '/compare?runs=run-4,run-5',
    )
  })

  it('keeps a view, and gives it back when its deletion is undone', async () => {
    serve(30)
    renderAround(<Page search={{ q: 'model:ridge' }} />)
    await userEvent.click(await screen.findByRole('button', { name: 'Save view' }))
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    const view = await screen.findByRole('button', { name: 'model:ridge' })
    expect(view).toHaveAttribute('aria-pressed', 'true')
    await userEvent.click(screen.getByRole('button', { name: 'Delete the view model:ridge' }))
    expect(view).not.toBeInTheDocument()
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(screen.getByRole('button', { name: 'model:ridge' })).toBeVisible()
  })

  it('says what went wrong', async () => {
    answerWith(() => problem(503, 'unavailable', 'the table does not answer'))
    renderAround(<Page />)
    expect(await screen.findByRole('alert')).toHaveTextContent('the table does not answer')
  })

  it('teaches when there is nothing', async () => {
    answerWith(() => json([]))
    renderAround(<Page ended={[]} />)
    expect(await screen.findByText('No training yet')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Train' })).toBeVisible()
  })
})
