// Every page there is, for what looks at all of them.

/**
 * @typedef {{ name: string, path: string }} Stop A page: a short name without spaces, and its address.
 * @typedef {{ dataset: string, runs: string[], run: string, artifact: string }} Trained
 */

/** @type {readonly Stop[]} What everybody can see. */
export const PUBLIC_PAGES = [
  { name: 'home', path: '/' },
  { name: 'login', path: '/login' },
  { name: 'sign-up', path: '/signup' },
  { name: 'about', path: '/info' },
  { name: 'not-found', path: '/no/such/page' },
]

/**
 * What somebody signed in can see, with the data of a workbench.
 * @type {readonly { name: string, path: (workbench: { classification: Trained, regression: Trained, failed: { job_id: string }, versions: string }) => string }[]}
 */
export const SIGNED_IN_PAGES = [
  { name: 'overview', path: () => '/overview' },
  { name: 'datasets', path: () => '/datasets' },
  { name: 'dataset', path: ({ classification }) => `/datasets/${classification.dataset}` },
  {
    name: 'dataset-columns',
    path: ({ classification }) => `/datasets/${classification.dataset}?view=columns`,
  },
  {
    name: 'dataset-versions',
    path: ({ versions }) => `/datasets/${versions}?view=versions`,
  },
  {
    name: 'dataset-analysis',
    path: ({ classification }) => `/datasets/${classification.dataset}?view=analysis`,
  },
  { name: 'new-training', path: ({ classification }) => `/training/new?dataset=${classification.dataset}` },
  { name: 'training-failed', path: ({ failed }) => `/training/new?job=${failed.job_id}` },
  { name: 'trainings', path: () => '/training' },
  { name: 'run-classification', path: ({ classification }) => `/training/${classification.run}` },
  { name: 'run-regression', path: ({ regression }) => `/training/${regression.run}` },
  { name: 'compare', path: ({ classification }) => `/compare?runs=${classification.runs.join(',')}` },
  { name: 'leaderboard', path: () => '/leaderboard' },
  { name: 'models', path: () => '/artifacts' },
  { name: 'predict', path: ({ classification }) => `/artifacts/${classification.artifact}/predict` },
  {
    name: 'predict-file',
    path: ({ classification }) => `/artifacts/${classification.artifact}/predict?view=file`,
  },
  {
    name: 'predict-dataset',
    path: ({ classification }) => `/artifacts/${classification.artifact}/predict?view=dataset`,
  },
  { name: 'metrics', path: () => '/metrics' },
  { name: 'settings', path: () => '/settings' },
]
