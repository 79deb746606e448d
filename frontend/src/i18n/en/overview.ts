import { counter } from '../plural'

const count = counter('en')

export const overview = {
  title: 'Overview',
  newTraining: 'New training',
  active: 'Under way',
  work: {
    TRAIN: (dataset: string) => `Training on ${dataset}`,
    PREDICT: (dataset: string) => `Predictions for ${dataset}`,
    ANALYZE: (dataset: string) => `Analysis of ${dataset}`,
  },
  best: 'Best models',
  bestHint: 'One for each dataset and target. The band is the interval, the bar across is the baseline.',
  among: (runs: number) =>
    runs === 1 ? 'the only training' : `best of ${count(runs, { other: 'trainings' })}`,
  strip: (metric: string, value: string, interval: string | undefined, baseline: string | undefined) =>
    [
      `${metric} ${value}`,
      interval && `interval ${interval}`,
      baseline === undefined ? 'no baseline' : `baseline ${baseline}`,
    ]
      .filter(Boolean)
      .join(', '),
  recent: 'Recent trainings',
  all: 'All trainings',
  holdings: 'What you have',
  datasets: 'Datasets',
  stored: (size: string) => `${size} stored`,
  models: 'Models',
  pinned: (pinned: number) => `${pinned} pinned`,
  trainings: 'Trainings',
  spent: 'Spent',
  spentHint: 'on all trainings',
  spentOfNewest: (runs: number) => `on the newest ${runs}`,
  first: {
    title: 'Three steps to a model with proof',
    lead: 'It takes a few minutes, and costs a fraction of a cent.',
    done: 'Done',
    steps: [
      {
        title: 'Upload a table',
        text: 'A CSV with a header row: one row per example, the column to predict among them. You see what is in it before it is sent.',
      },
      {
        title: 'Train',
        text: 'The target is suggested, every setting has a sensible default. Watch each stage, and what it costs.',
      },
      {
        title: 'Judge, then use it',
        text: 'Every score stands beside a baseline and an interval. What convinces you predicts here, in your browser, or wherever ONNX runs.',
      },
    ],
    upload: 'Upload a CSV',
    train: 'Train a model',
  },
}
