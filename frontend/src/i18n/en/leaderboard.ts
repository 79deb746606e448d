import { counter } from '../plural'

const count = counter('en')
const trainings = (number: number) => count(number, { one: 'training', other: 'trainings' })

export const leaderboard = {
  title: 'Leaderboard',
  lead: 'Who leads on which dataset. Where intervals overlap, the order may be chance, and it says so.',
  emptyTitle: 'Nobody leads yet',
  emptyLead:
    'Train on a dataset, and its models are ranked here: with intervals, so that you see whether the first is better than the second, or only luckier.',
  board: 'Dataset and target',
  trainings,
  metric: 'Score',
  families: 'Only the best of each model',
  podium: 'The best',
  table: 'Ranking',
  rank: 'Rank',
  standing: 'Against the one above',
  model: 'Model',
  predict: 'Predict',
  predictWith: (name: string) => `Predict with ${name}`,
  noModel: 'deleted',
  leads: 'the best so far',
  behind: (rank: number) => `clearly behind #${rank}`,
  level: (rank: number) => `not significantly worse than #${rank}`,
  unknown: 'no interval for this score',
  tied: (others: number) => `tied with ${count(others, { one: 'other', other: 'others' })}`,
  isNew: 'new: the latest training',
  isNewShort: 'new',
  up: (places: number) =>
    `up ${count(places, { one: 'place', other: 'places' })} since before the latest training`,
  down: (places: number) =>
    `down ${count(places, { one: 'place', other: 'places' })} since before the latest training`,
  summary: (number: number) => `${trainings(number)} ranked.`,
  notSure: (others: number) =>
    `The first is not significantly better than ${count(others, { one: 'other', other: 'others' })}: their intervals overlap.`,
  noScore: (metric: string) => `None of these trainings has the score ${metric}.`,
  splits: (number: number) =>
    `These trainings were measured on ${number} different sets of held-out rows (seed or test fraction differ), so small differences mean little.`,
  bestSoFar: (metric: string) => `${metric}, best so far`,
  bestSoFarHint: 'When the leader changed.',
}
