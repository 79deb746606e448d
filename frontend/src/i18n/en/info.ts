export const info = {
  title: 'About Stint',
  lead: 'Stint turns a CSV into a trained, explained and downloadable model. A stint is one stretch of work: nothing runs before it, and nothing after.',
  honesty: 'How it measures',
  honestyHint: 'A number alone proves nothing. Each of ours comes with what is needed to doubt it.',
  terms: [
    {
      term: 'Held-out rows',
      text: 'A quarter of the rows, unless you choose otherwise, is set aside before anything is learned. Every score is measured on them, and on nothing else.',
    },
    {
      term: 'Baseline',
      text: 'What one gets without learning: always the most frequent class, or the mean. It is measured on the same rows, and no score is shown without it.',
    },
    {
      term: 'Interval',
      text: 'Between which values the score probably is. In simulations whose truth is known, 95% intervals hold it 93 to 97 times in a hundred; a test counts.',
    },
    {
      term: 'Verdict',
      text: 'One sentence that says whether the model is better than the baseline, and than the runner-up, beyond noise. Of two hundred tables of pure noise fewer than ten may win.',
    },
    {
      term: 'Same bytes',
      text: 'The same file, parameters and engine give the same model, byte for byte, on one processor core or eight, on another processor, and as WebAssembly.',
    },
    {
      term: 'No silent change',
      text: 'If something else was done than you asked for, the result says so, and why. A column that gives the answer away is named.',
    },
  ],
  cost: 'What it costs',
  costHint: 'While nobody works, no machine runs and none is billed.',
  costs: [
    'A training costs the seconds that it ran, times the memory that it had, at the list price of the cloud, and a fraction of a cent for its messages. The sum stands at every training.',
    'Storage is billed by the gigabyte, and it is yours to delete. Predictions in your browser cost nothing: the model runs in the tab, and your rows do not leave it.',
  ],
  api: 'API',
  apiHint: 'Everything that the page does, a script can do, with an access token from the settings.',
  swagger: 'Try it: Swagger UI',
  redoc: 'Read it: ReDoc',
  openapi: 'OpenAPI document',
  versions: 'Versions',
  platform: 'Platform',
  page: 'Page',
  well: 'Works',
  unwell: 'Does not work',
  thirdParties: 'Made with',
  thirdPartiesHint:
    'The packages that this page is delivered with, and their licences. Stint itself is under MIT or Apache-2.0, as you like.',
}
