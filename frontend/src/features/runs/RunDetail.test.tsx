import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { showLayout } from '@/test/layout'
import { answerWith, json, problem, renderAround } from '@/test/render'
import { sampleRun } from '@/test/samples'
import { RunDetail } from './RunDetail'

const DETAIL = {
  ...sampleRun({ parameters: { model_type: 'logistic', hyperparameters: { C: 1 } } as never }),
  metrics: {
    accuracy: 0.9,
    confusion_matrix: {
      labels: ['Adelie', 'Gentoo'],
      counts: [
        [18, 2],
        [0, 0],
      ],
    },
    roc_curve: [
      {
        label: 'Gentoo',
        area: 0.9,
        points: [
          { x: 0, y: 0, threshold: null },
          { x: 0, y: 0.8, threshold: 0.7 },
          { x: 1, y: 1, threshold: 0.1 },
        ],
      },
    ],
    pr_curve: [],
  },
  importance: [{ feature: 'bill_length_mm', mean: 0.3, std: 0.02 }],
  warnings: [{ kind: 'leakage', column: 'rowid', detail: 'predicts the target almost alone' }],
  report: {
    n_samples: 80,
    n_train: 60,
    n_test: 20,
    n_features: 6,
    verdict: { significant: true, detail: 'logistic beats the baseline in accuracy beyond noise' },
  },
}

beforeEach(() => showLayout({ height: 400 }))

describe('RunDetail', () => {
  it('shows scores beside the baseline, the verdict, and the column of a warning', async () => {
    answerWith(() => json(DETAIL))
    renderAround(<RunDetail id="run-1" />)
    expect(await screen.findByText('logistic beats the baseline in accuracy beyond noise')).toBeVisible()
    const accuracy = screen.getByText('Accuracy').parentElement as HTMLElement
    expect(accuracy).toHaveTextContent('0.90')
    expect(accuracy).toHaveTextContent('better than the baseline')
    expect(screen.getByText('rowid:')).toBeVisible()
    expect(screen.getByText('hyperparameters.C')).toBeVisible()
  })

  it('shows the confusion matrix as a table, a class without rows included', async () => {
    answerWith(() => json(DETAIL))
    renderAround(<RunDetail id="run-1" />)
    const matrix = await screen.findByRole('table', { name: 'Confusion matrix' })
    expect(
      within(matrix)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['18 · 90%', '2 · 10%', '0 · 0%', '0 · 0%'])
  })

  it('reads a curve with the arrow keys, and shows its numbers', async () => {
    answerWith(() => json(DETAIL))
    renderAround(<RunDetail id="run-1" />)
    const plot = await screen.findByRole('application', { name: 'ROC curve' })
    plot.focus()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    expect(plot).toHaveTextContent('Gentoo: False positive rate 0.00, True positive rate 0.80')
    await userEvent.click(screen.getByRole('button', { name: 'Show as table: ROC curve' }))
    const table = await screen.findByRole('grid', { name: 'ROC curve' })
    expect(table).toHaveAttribute('aria-rowcount', '4')
  })

  it('draws what was against what was said, and the interval, for a regression', async () => {
    answerWith(() =>
      json({
        ...DETAIL,
        task: 'regression',
        metrics: {
          rmse: 50,
          samples: [
            { actual: 200, predicted: 180, residual: 20 },
            { actual: 100, predicted: 120, residual: -20 },
          ],
        },
        baseline: { metrics: { rmse: 77 } },
        interval: { metric: 'rmse', value: 50, low: 45, high: 60, level: 0.95 },
      }),
    )
    renderAround(<RunDetail id="run-1" />)
    const plot = await screen.findByRole('application', { name: 'Actual against predicted' })
    plot.focus()
    await userEvent.keyboard('{Home}')
    expect(plot).toHaveTextContent('Held-out rows: Actual 100, Predicted 120')
    expect(screen.getByText(/95% interval, RMSE/)).toHaveTextContent('45 – 60')
    expect(screen.queryByRole('table', { name: 'Confusion matrix' })).not.toBeInTheDocument()
  })

  it('says what is wrong when the run is not there', async () => {
    answerWith(() => problem(404, 'not-found', 'there is no such training run'))
    renderAround(<RunDetail id="run-1" />)
    expect(await screen.findByRole('alert')).toHaveTextContent('there is no such training run')
  })
})
