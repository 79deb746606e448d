import { counter } from '../plural'

const count = counter('en')

export const home = {
  title: 'From a CSV to a model you can use',
  lead: 'Upload a table and get a trained, measured and downloadable model. Nothing runs, and nothing is billed, while nobody uses it.',
  openDatasets: 'Open your datasets',
  openWorkbench: 'Open the workbench',
  search: {
    title: (families: number) => `Which penguins are male? A search over ${families} families of models`,
    description: (rows: number, score: string, interval: string) =>
      `Each point is a configuration, in the order in which the search ranks them. On ${rows} rows that none of them had seen, the first scores ${score}, probably between ${interval}.`,
    place: 'Rank in the search',
    score: 'Accuracy, cross-validated',
  },
  live: 'A real run of the example that Stint comes with. Point at it, or use the arrow keys.',
  proof: {
    title: 'A score is not proof',
    text: 'Every score stands beside what guessing gets, and between the values where it probably is. What noise could explain is not called better.',
    legend: 'Accuracy from 0.4 to 1. The band is the 95% interval, the bar across is the baseline.',
    runs: {
      search: (columns: number, trials: number) => `All ${columns} columns, best of ${trials} models`,
      threshold: (_columns: number, _trials: number) => 'The bill alone, logistic regression',
    },
    verdicts: {
      clear: 'Better than the baseline, beyond noise.',
      notRunnerUp: 'Better than the baseline. Not better than the runner-up beyond noise, and Stint says so.',
      none: 'Not better than the baseline beyond noise.',
    },
  },
  threshold: {
    title: 'You decide which mistake is worse',
    text: 'A classifier gives probabilities; where to draw the line is your call. Move it, and see who is found and who is missed.',
    slider: 'Call it male from',
    never: 'never',
    from: (probability: string) => probability,
    result: (found: number, missed: number, falseAlarms: number) =>
      `${count(found, { one: 'male', other: 'males' })} found, ${missed} missed, ${count(falseAlarms, { one: 'female', other: 'females' })} mistaken for male.`,
    curve: (area: string) => `Bill alone, area ${area}`,
    here: 'This threshold',
    labels: { female: 'female', male: 'male' } as Record<string, string>,
  },
  reliance: {
    title: 'See what it relies on',
    text: 'A column is shuffled, and the score that is lost is what the column was worth. A column that gives the answer away stands out.',
    species: 'species',
  },
  bytes: {
    title: 'The same bytes, every time',
    text: 'The same file, parameters and engine give the same model, on any number of cores and on another processor. So a result can be checked, and is never computed twice.',
    command: 'Do it again',
    key: 'Key of the run',
    size: 'Model',
    bytes: (bytes: string) => `${bytes} bytes, the same ones`,
  },
  stepsTitle: 'Three steps',
  steps: [
    {
      title: 'Upload',
      text: 'The file goes straight to storage and is checked: every refusal says which rule, and where.',
    },
    { title: 'Train', text: 'Watch each stage as it runs, and see what it cost.' },
    { title: 'Compare', text: 'Every score stands beside its baseline and its interval.' },
  ],
  end: 'Bring a table. Leave with a model, and its proof.',
}
