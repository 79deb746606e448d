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
    calibration: {
      brier: 0.0812,
      expected_error: 0.0635,
      bins: [
        { predicted: 0.04, observed: 0, low: 0, high: 0.28, count: 10 },
        { predicted: 0.9, observed: 0.3, low: 0.11, high: 0.6, count: 10 },
      ],
    },
  },
  importance: [{ feature: 'bill_length_mm', mean: 0.3, std: 0.02 }],
  warnings: [{ kind: 'leakage', column: 'rowid', detail: 'predicts the target almost alone' }],
  report: {
    n_samples: 80,
    n_train: 60,
    n_test: 20,
    n_features: 6,
    task: 'classification',
    target: 'species',
    labels: ['Adelie', 'Gentoo'],
    engine_version: '0.1.0',
    dataset_sha256: 'ab'.repeat(32),
    cross_validation: null,
    dropped_columns: [{ column: 'note', reason: 'free text' }],
    learning_curve: [],
    search: null,
    partial_dependence: [
      {
        feature: 'bill_length_mm',
        points: [
          { value: 32, predictions: [0.9, 0.1] },
          { value: 58, predictions: [0.2, 0.8] },
        ],
      },
      { feature: 'island', points: [{ value: 'Biscoe', predictions: [0.4, 0.6] }] },
    ],
    verdict: {
      significant: true,
      detail: '',
      baseline: { better: true, metric: 'accuracy', gain: 0.54, low: 0.4, high: 0.6, level: 0.95 },
      runner_up: null,
    },
  },
}

const trial = (number: number, model_type: string, state: string, mean: number | null) => ({
  number,
  model_type,
  state,
  mean,
  std: mean === null ? null : 0.01,
  scores: mean === null ? [] : [mean - 0.01, mean, mean + 0.01],
  hyperparameters: { C: 0.123456, class_weight: null },
  rows: 60,
  round: 1,
  work: 10,
})

const SEARCH = {
  metric: 'accuracy',
  work: 40,
  winner: { model_type: 'logistic' },
  runner_up: { model_type: 'knn' },
  leaderboard: [
    trial(3, 'logistic', 'won', 0.97),
    trial(1, 'knn', 'finalist', 0.96),
    trial(2, 'naive_bayes', 'failed', null),
  ],
}

const show = () =>
  renderAround(
    <RunDetail
      id="run-1"
      renderDataset={({ dataset_name }) => <a href="/dataset">{dataset_name}</a>}
      renderFiles={() => <p>files</p>}
    />,
  )

beforeEach(() => showLayout({ height: 400 }))

describe('RunDetail', () => {
  it('shows scores beside the baseline, the verdict, and the column of a warning', async () => {
    answerWith(() => json(DETAIL))
    show()
    const result = await screen.findByRole('region', { name: 'Result' })
    expect(result).toHaveTextContent('Better than the baseline, beyond noise')
    expect(result).toHaveTextContent('0.90')
    expect(result).toHaveTextContent('better than the baseline')
    expect(within(result).getByRole('img', { name: /Accuracy 0.90, .*interval 0.937/ })).toBeInTheDocument()
    expect(result).toHaveTextContent('Gives the target away: rowid')
    expect(result).toHaveTextContent('predicts the target almost alone')
    const making = screen.getByRole('region', { name: 'Making' })
    expect(within(making).getByText('hyperparameters.C')).toBeVisible()
    expect(within(making).getByRole('link', { name: 'penguins.csv' })).toBeVisible()
    expect(making).toHaveTextContent('note free text')
  })

  it('leads to its parts, and has none that would be empty', async () => {
    answerWith(() => json(DETAIL))
    show()
    const nav = await screen.findByRole('navigation', { name: 'Parts of this report' })
    expect(
      within(nav)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(['Result', 'Errors', 'Columns', 'Making', 'Files and API'])
  })

  it('shows what one column does: of two classes the second, words as a table', async () => {
    answerWith(() => json(DETAIL))
    show()
    const plot = await screen.findByRole('application', { name: 'bill_length_mm' })
    plot.focus()
    await userEvent.keyboard('{End}')
    expect(plot).toHaveTextContent('Gentoo: bill_length_mm 58, Probability 80%')
    expect(screen.getByRole('table', { name: 'island' })).toHaveTextContent('Biscoe60%')
  })

  it('shows every trial of a search, and that there is no significant winner', async () => {
    const verdict = {
      ...DETAIL.report.verdict,
      significant: false,
      runner_up: { ...DETAIL.report.verdict.baseline, better: false, gain: 0.01, low: -0.02, high: 0.03 },
    }
    answerWith(() => json({ ...DETAIL, report: { ...DETAIL.report, search: SEARCH, verdict } }))
    show()
    expect(await screen.findByText(/^No significant winner/)).toBeVisible()
    expect(screen.getByText(/runner-up \(Nearest neighbours\): \+0.01/)).toBeVisible()
    const rows = within(await screen.findByRole('grid', { name: 'Trials of the search' })).getAllByRole('row')
    expect(rows[1]).toHaveTextContent('1Logistic regressionWon0.97 ±0.01C=0.123')
    expect(within(rows[1] as HTMLElement).getByRole('img', { name: '0.96, 0.97, 0.98' })).toBeInTheDocument()
    expect(rows[3]).toHaveTextContent('3Naive BayesFailed–')
  })

  it('shows the confusion matrix as a table, a class without rows included', async () => {
    answerWith(() => json(DETAIL))
    show()
    const matrix = await screen.findByRole('table', { name: 'Confusion matrix' })
    expect(
      within(matrix)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['18 · 90%', '2 · 10%', '0 · 0%', '0 · 0%'])
  })

  it('reads a curve with the arrow keys, and shows its numbers', async () => {
    answerWith(() => json(DETAIL))
    show()
    const plot = await screen.findByRole('application', { name: 'ROC curve' })
    plot.focus()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    expect(plot).toHaveTextContent('Gentoo: False positive rate 0.00, True positive rate 0.80')
    await userEvent.click(screen.getByRole('button', { name: 'Show as table: ROC curve' }))
    const table = await screen.findByRole('grid', { name: 'ROC curve' })
    expect(table).toHaveAttribute('aria-rowcount', '4')
  })

  it('says whether probabilities are what they say, group by group', async () => {
    answerWith(() => json(DETAIL))
    show()
    const plot = await screen.findByRole('application', { name: 'Calibration' })
    plot.focus()
    await userEvent.keyboard('{ArrowRight}')
    expect(plot).toHaveTextContent('Said 4%, so 0%, interval 0% – 28%, 10 rows')
    await userEvent.keyboard('{End}')
    expect(plot).toHaveTextContent('Said 90%, so 30%, interval 11% – 60%, 10 rows, off by more than chance')
    const errors = screen.getByRole('region', { name: 'Errors' })
    expect(errors).toHaveTextContent('Expected calibration error6.4%')
    expect(errors).toHaveTextContent('Mostly they are too high.')
    expect(errors).toHaveTextContent('Off by more than chance1 of 2')
    expect(errors).toHaveTextContent(/Brier score0\.081.*0 is best, 1 the worst/)
    await userEvent.click(screen.getByRole('button', { name: 'Show as table: Calibration' }))
    const table = await screen.findByRole('grid', { name: 'Calibration' })
    expect(table).toHaveTextContent('Probability of Gentoo, as said')
    expect(within(table).getAllByRole('row')[2]).toHaveTextContent('90%30%11%60%10')
  })

  it('has nothing to say of the probabilities of a model that gives none', async () => {
    answerWith(() => json({ ...DETAIL, metrics: { ...DETAIL.metrics, calibration: null } }))
    show()
    await screen.findByRole('application', { name: 'ROC curve' })
    expect(screen.queryByRole('application', { name: 'Calibration' })).not.toBeInTheDocument()
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
    show()
    const plot = await screen.findByRole('application', { name: 'Actual against predicted' })
    plot.focus()
    await userEvent.keyboard('{Home}')
    expect(plot).toHaveTextContent('Held-out rows: Actual 100, Predicted 120')
    expect(screen.getByRole('img', { name: /RMSE 50, 95% interval 45 – 60, baseline 77/ })).toBeVisible()
    expect(screen.getByRole('application', { name: 'What is left over' })).toBeVisible()
    const spread = screen.getByRole('application', { name: 'How far off' })
    spread.focus()
    await userEvent.keyboard('{End}')
    expect(spread).toHaveTextContent('1 Rows')
    expect(screen.queryByRole('table', { name: 'Confusion matrix' })).not.toBeInTheDocument()
  })

  it('says what is wrong when the run is not there', async () => {
    answerWith(() => problem(404, 'not-found', 'there is no such training run'))
    show()
    expect(await screen.findByRole('alert')).toHaveTextContent('there is no such training run')
  })
})
