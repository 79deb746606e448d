import { counter } from '../plural'

const count = counter('en')

export const compare = {
  title: 'Compare runs',
  lead: 'Only what differs, and what came of it. Arrows mean better or worse than the run that is pinned.',
  emptyTitle: 'Nothing to compare yet',
  emptyLead:
    'Choose two or more runs. You see the parameters and scores in which they differ, their curves over each other, and whether the difference is more than noise.',
  choose: 'Choose runs',
  add: 'Add runs',
  fromTable: 'In the table of trainings',
  chooser: 'Choose runs to compare',
  choosable: 'Runs to compare',
  likeOnly: 'Only of the same data and target',
  copyLink: 'Copy the link',
  table: 'Runs side by side',
  run: 'Run',
  gone: (number: number) =>
    `${count(number, { one: 'run is', other: 'runs are' })} not there, or no longer: runs go with their dataset.`,
  tooMany: (shown: number, asked: number) =>
    `The address names ${asked} runs; the first ${shown} are compared, more have no room side by side.`,
  removeGone: 'Compare the others',
  onlyOne: 'One run alone has nothing to differ from. Add another.',
  notComparable: 'These scores cannot simply be set side by side.',
  mismatches: {
    dataset: 'The runs learned from different datasets.',
    version: 'The runs learned from different versions of the dataset.',
    target: 'The runs predict different columns.',
    split: 'The runs were measured on different held-out rows: seed or test fraction differ.',
  },
  differing: (differing: number, all: number) =>
    `${differing} of ${count(all, { one: 'row', other: 'rows' })} differ`,
  allRows: (all: number) => `All ${count(all, { one: 'row', other: 'rows' })}`,
  showAll: 'Also show what is the same',
  best: 'best',
  isBase: 'the others are measured against this',
  measureAgainst: (name: string) => `Measure the others against ${name}`,
  remove: (name: string) => `Take out ${name}`,
  groups: { scores: 'Scores', parameters: 'Parameters', effort: 'Effort', data: 'Data' },
  rows: {
    model: 'Model',
    cost: 'Cost',
    duration: 'Time',
    mode_used: 'Mode',
    created: 'Created',
    dataset: 'Dataset',
    version: 'Version',
    target: 'Target',
    task: 'Task',
    train_rows: 'Training rows',
    test_rows: 'Held-out rows',
    columns: 'Columns',
  } as Record<string, string>,
  intervals: (metric: string) => `${metric} with intervals`,
  intervalsHint: (level: string) =>
    `Each bar covers the true score with ${level} probability. Where bars overlap, the order may be chance.`,
  baseline: 'Baseline',
  low: 'Low',
  high: 'High',
  curves: 'Curves',
  ofClass: 'Class',
  classNamed: (name: string) => `Class ${name}`,
  residuals: 'Residuals',
  residualsHint: 'How far predictions were off on held-out rows. Narrow and around zero is good.',
  residual: 'Actual − predicted',
  share: 'Share of rows',
  together: 'Parameters and scores together',
  togetherHint:
    'Each line is a run. On axes of scores, cost and time, up is better. Drag along an axis to keep the runs in a range; on the keyboard, hold Shift with Up or Down there, and Delete to let go.',
}
