import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, describe, expect, it } from 'vitest'
import { showLayout } from '@/test/layout'
import { answerWith, json, problem, renderAround } from '@/test/render'
import { sampleRun } from '@/test/samples'
import { idsOf } from '../table/search'
import { ChooseRuns } from './ChooseRuns'
import { Comparison } from './Comparison'
import { type CompareSearch, readCompareSearch } from './search'

const ACCURACIES: Record<string, number> = { a: 0.8, b: 0.9, c: 0.9 }

function detail(id: string) {
  const accuracy = ACCURACIES[id] as number
  const points = [0, 0.2, 1].map((x) => ({ x, y: Math.sqrt(x), threshold: 1 - x }))
  const curve = ['no', 'yes'].map((label) => ({ label, area: accuracy, points }))
  return {
    ...sampleRun({
      id,
      model_type: 'ridge',
      parameters: { hyperparameters: { alpha: accuracy * 10 }, seed: 42, test_fraction: 0.25 } as never,
      interval: {
        metric: 'accuracy',
        value: accuracy,
        low: accuracy - 0.05,
        high: accuracy + 0.05,
        level: 0.95,
        method: 'wilson',
      },
    } as never),
    metrics: { accuracy, f1: 0.7, roc_curve: curve, pr_curve: curve },
    importance: [],
    warnings: [],
    report: { n_train: 60, n_test: 20, n_features: 6 },
  }
}

/** As the list has them: without what only one run's own answer holds. */
const LISTED = Object.keys(ACCURACIES).map((id) => {
  const { importance: _, warnings: __, report: ___, ...run } = detail(id)
  return { ...run, metrics: { accuracy: ACCURACIES[id] } }
})
const OTHER = sampleRun({
  id: 'other',
  model_type: 'knn' as never,
  dataset_id: 'wine',
  dataset_name: 'wine.csv',
})

function serve() {
  return answerWith((request) => {
    const id = new URL(request.url).pathname.split('/').at(-1) ?? ''
    if (id === 'training-runs') return json([...LISTED, OTHER])
    return id in ACCURACIES ? json(detail(id)) : problem(404, 'not-found', 'there is no such training run')
  })
}

function Page({ initial }: { initial: CompareSearch }) {
  const [search, setSearch] = useState(initial)
  const change = (next: CompareSearch) => setSearch(readCompareSearch({ ...next }))
  return (
    <>
      <ChooseRuns
        words="Add runs"
        chosen={idsOf(search.runs)}
        onChoose={(ids) => change({ ...search, runs: ids.join() })}
      />
      <Comparison
        search={search}
        onSearch={change}
        renderLink={(_, name) => name}
        emptyAction={<a href="/training">In the table of trainings</a>}
      />
    </>
  )
}

const titles = (table: HTMLElement) =>
  within(table)
    .getAllByRole('rowheader')
    .map((cell) => cell.textContent)
const row = (table: HTMLElement, name: string) =>
  within(within(table).getByRole('rowheader', { name }).closest('tr') as HTMLElement)
    .getAllByRole('cell')
    .map((cell) => cell.textContent)

beforeEach(() => showLayout({ height: 400 }))

describe('a comparison of runs', () => {
  it('shows what differs, the best, and the distance to the run that is chosen for it', async () => {
    serve()
    renderAround(<Page initial={{ runs: 'a,b,c' }} />)
    const table = await screen.findByRole('table', { name: 'Runs side by side' })
    expect(titles(table)).toEqual(['Scores', 'Accuracy', 'Parameters', 'alpha'])
    expect(row(table, 'Accuracy')).toEqual([
      '0.80',
      expect.stringMatching(/^0\.90best.*0\.10 better/),
      expect.stringMatching(/^0\.90best/),
    ])
    await userEvent.click(
      screen.getByRole('button', { name: 'Measure the others against Ridge regression, alpha 9' }),
    )
    expect(row(table, 'Accuracy')[0]).toMatch(/0\.10 worse than the pinned run/)
    await userEvent.click(screen.getByRole('switch', { name: 'Also show what is the same' }))
    expect(titles(table)).toContain('F1')
    await userEvent.click(screen.getByRole('button', { name: 'Take out Ridge regression, alpha 8' }))
    expect(await within(table).findAllByRole('columnheader')).toHaveLength(2)
  })

  it('lays curves, intervals and lines over each other, each to be read by keys', async () => {
    serve()
    renderAround(<Page initial={{ runs: 'a,b' }} />)
    const plot = await screen.findByRole('application', { name: 'Parameters and scores together' })
    plot.focus()
    await userEvent.keyboard('{ArrowRight}{ArrowDown}')
    expect(plot).toHaveTextContent('Ridge regression, alpha 9: alpha 9')
    for (const name of ['ROC curve', 'Precision and recall', 'Accuracy with intervals']) {
      expect(screen.getByRole('application', { name })).toBeInTheDocument()
    }
    await userEvent.click(screen.getByRole('button', { name: 'Show as table: Accuracy with intervals' }))
    expect(await screen.findByRole('grid', { name: 'Accuracy with intervals' })).toHaveTextContent('0.85')
  })

  it('keeps a range of an axis, drawn by the pointer or made by keys, and lets go of it', async () => {
    serve()
    renderAround(<Page initial={{ runs: 'a,b,c' }} />)
    const plot = await screen.findByRole('application', { name: 'Parameters and scores together' })
    const figure = plot.closest('figure') as HTMLElement
    plot.focus()
    // The first axis is alpha: 8, 9 and 9 from bottom to top.
    await userEvent.keyboard('{ArrowRight}{Shift>}{ArrowDown}{/Shift}')
    expect(within(figure).getByText('1 of 3 in range')).toBeVisible()
    await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}')
    expect(within(figure).getByText('3 of 3 in range')).toBeVisible()
    await userEvent.keyboard('{Delete}')
    expect(within(figure).queryByText(/in range/)).not.toBeInTheDocument()

    const [axis] = plot.querySelectorAll('rect')
    const drag = (from: number, to: number) => {
      fireEvent.pointerDown(axis as Element, { button: 0, pointerId: 1, clientY: from })
      fireEvent.pointerMove(axis as Element, { pointerId: 1, clientY: to })
      fireEvent.pointerUp(axis as Element, { pointerId: 1, clientY: to })
    }
    drag(-10, 40)
    expect(within(figure).getByText('2 of 3 in range')).toBeVisible()
    drag(20, 21)
    expect(within(figure).queryByText(/in range/)).not.toBeInTheDocument()
    drag(-10, 40)
    await userEvent.click(within(figure).getByRole('button', { name: 'Clear the ranges' }))
    expect(within(figure).queryByText(/in range/)).not.toBeInTheDocument()
  })

  it('has runs added by keys: found by words, ticked, those of other data only when asked for', async () => {
    serve()
    renderAround(<Page initial={{ runs: 'b,a' }} />)
    await screen.findByRole('table', { name: 'Runs side by side' })
    await userEvent.click(screen.getByRole('button', { name: 'Add runs' }))
    const dialog = await screen.findByRole('dialog', { name: 'Choose runs to compare' })
    const filter = await within(dialog).findByRole('combobox', { name: 'Filter' })
    await waitFor(() => expect(filter).toHaveFocus())
    expect(await within(dialog).findByText('3 trainings')).toBeVisible()
    await userEvent.click(within(dialog).getByRole('switch', { name: 'Only of the same data and target' }))
    expect(within(dialog).getByText('4 trainings')).toBeVisible()
    await userEvent.type(filter, 'accuracy:0.9 ridge')
    expect(await within(dialog).findByText('2 of 4 trainings')).toBeVisible()
    const grid = within(dialog).getByRole('grid', { name: 'Runs to compare' })
    grid.focus()
    await userEvent.keyboard('{End} ')
    expect(within(dialog).getByText('3 trainings chosen')).toBeVisible()
    await userEvent.click(within(dialog).getByRole('button', { name: 'Compare' }))
    const table = await screen.findByRole('table', { name: 'Runs side by side' })
    await waitFor(() => expect(row(table, 'alpha').map(Number)).toEqual([9, 8, 9]))
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  it('goes on without a run that is gone', async () => {
    serve()
    renderAround(<Page initial={{ runs: 'a,gone,b' }} />)
    expect(await screen.findByText(/1 run is not there/)).toBeVisible()
    expect(screen.getAllByRole('columnheader')).toHaveLength(2)
    await userEvent.click(screen.getByRole('button', { name: 'Compare the others' }))
    expect(screen.queryByText(/is not there/)).not.toBeInTheDocument()
  })

  it('takes the first hundred of an address that names more, and says so', async () => {
    const fetch = serve()
    const others = Array.from({ length: 150 }, (_, index) => `gone-${index}`)
    renderAround(<Page initial={{ runs: ['a', 'b', ...others].join() }} />)
    expect(await screen.findByText(/The address names 152 runs; the first 100 are compared/)).toBeVisible()
    expect(await screen.findByText(/98 runs are not there/)).toBeVisible()
    expect(fetch).toHaveBeenCalledTimes(100)
  })

  it('teaches when nothing is chosen', () => {
    renderAround(<Page initial={{}} />)
    expect(screen.getByRole('button', { name: 'Choose runs' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'In the table of trainings' })).toBeVisible()
  })
})
