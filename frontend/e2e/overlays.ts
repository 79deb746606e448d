import type { Locator, Page } from '@playwright/test'
import type { makeWorkbench } from '../scripts/workbench.mjs'
import type { Messages } from '../src/i18n/en'

type Workbench = Awaited<ReturnType<typeof makeWorkbench>>

/** What an overlay is built with, and the role that its popup has. */
export const ROLES = {
  Menu: 'menu',
  Dialog: 'dialog',
  ConfirmDialog: 'alertdialog',
  Select: 'listbox',
  Autocomplete: 'listbox',
} as const

/** Something that opens over a page. */
export interface Overlay {
  /** The file below src/ that renders it, and what it renders. */
  source: string
  part: keyof typeof ROLES
  /** What opens it, and has the focus again when it is closed. */
  opener: (page: Page, t: Messages, workbench: Workbench) => Locator
  /** What is typed at the opener; Enter unless it says something else. */
  typed?: string
  /** The item of the opener's menu that opens it. */
  item?: (t: Messages) => string
  /** Opens the dialog that it is in. */
  within?: (page: Page, t: Messages) => Promise<void>
  /** What is done in it before it is looked at. */
  after?: (page: Page, t: Messages) => Promise<void>
}

/** A page with what opens over it. */
export interface Place {
  at: (workbench: Workbench) => string
  phone?: true
  overlays: readonly Overlay[]
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).filter({ visible: true }).first()
const list = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true })

const account = (page: Page, _: Messages, { person }: Workbench) => button(page, person.email)
const model = (page: Page, t: Messages) => button(page, new RegExp(`^${t.artifacts.actionsLabel('')}`))
const dataset = (page: Page, t: Messages) => button(page, new RegExp(`^${t.datasets.actionsLabel('')}`))
const newToken = (page: Page, t: Messages) => button(page, t.settings.newToken)

async function makeToken(page: Page, t: Messages) {
  await page.getByRole('dialog').getByLabel(t.settings.tokenName, { exact: true }).press('n')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByLabel(t.settings.secret).waitFor()
}

/** Everything that opens over a page, but news and tooltips. `scripts/overlays.test.mjs` says when something is missing. */
export const PLACES: readonly Place[] = [
  {
    at: () => '/login',
    overlays: [
      {
        source: 'app/shell/PreferenceMenu.tsx',
        part: 'Menu',
        opener: (page, t) => button(page, t.app.preferences),
      },
    ],
  },
  {
    at: () => '/overview',
    overlays: [
      { source: 'app/shell/AccountMenu.tsx', part: 'Menu', opener: account },
      {
        source: 'app/shell/palette/ShortcutHelp.tsx',
        part: 'Dialog',
        opener: account,
        item: (t) => t.palette.help,
      },
      {
        source: 'app/shell/palette/Palette.tsx',
        part: 'Dialog',
        opener: (page, t) => button(page, t.palette.search),
      },
    ],
  },
  {
    at: () => '/overview',
    phone: true,
    overlays: [
      { source: 'app/shell/PhoneBars.tsx', part: 'Menu', opener: (page, t) => button(page, t.app.more) },
      { source: 'app/shell/AccountMenu.tsx', part: 'Menu', opener: account },
    ],
  },
  {
    at: () => '/datasets',
    overlays: [
      { source: 'features/datasets/DatasetMenu.tsx', part: 'Menu', opener: dataset },
      {
        source: 'features/datasets/DatasetMenu.tsx',
        part: 'ConfirmDialog',
        opener: dataset,
        item: (t) => t.datasets.remove,
      },
    ],
  },
  {
    at: () => '/artifacts',
    overlays: [
      { source: 'features/artifacts/ArtifactMenu.tsx', part: 'Menu', opener: model },
      {
        source: 'features/artifacts/ArtifactMenu.tsx',
        part: 'Dialog',
        opener: model,
        item: (t) => t.artifacts.readCard,
      },
      {
        source: 'features/artifacts/ArtifactMenu.tsx',
        part: 'ConfirmDialog',
        opener: model,
        item: (t) => t.artifacts.remove,
      },
    ],
  },
  {
    at: () => '/settings',
    overlays: [
      { source: 'features/account/NewToken.tsx', part: 'Dialog', opener: newToken },
      {
        source: 'features/account/NewToken.tsx',
        part: 'Select',
        within: (page, t) => newToken(page, t).press('Enter'),
        opener: (page, t) => list(page, t.settings.expiry),
      },
      { source: 'features/account/NewToken.tsx', part: 'Dialog', opener: newToken, after: makeToken },
      {
        source: 'features/account/DeleteAccount.tsx',
        part: 'ConfirmDialog',
        opener: (page, t) => button(page, t.settings.removeOpen),
      },
      {
        source: 'features/account/Tokens.tsx',
        part: 'ConfirmDialog',
        opener: (page, t) => button(page, t.settings.revokeLabel('nightly')),
      },
    ],
  },
  {
    at: ({ classification }) => `/training/new?dataset=${classification.dataset}&model=svm`,
    overlays: [
      {
        source: 'app/routes/NewTrainingPage.tsx',
        part: 'Select',
        opener: (page, t) => list(page, t.newTraining.dataset),
      },
      {
        source: 'features/training/ParameterField.tsx',
        part: 'Select',
        opener: (page) => list(page, 'kernel'),
      },
      {
        source: 'features/training/TrainingForm.tsx',
        part: 'Select',
        opener: (page, t) => list(page, t.newTraining.target),
      },
    ],
  },
  {
    at: ({ versions }) => `/datasets/${versions}?view=versions`,
    overlays: [
      {
        source: 'features/datasets/VersionList.tsx',
        part: 'Select',
        opener: (page, t) => list(page, t.dataset.comparedWith),
      },
    ],
  },
  {
    at: ({ classification }) => `/datasets/${classification.dataset}?view=analysis`,
    overlays: [
      {
        source: 'features/analysis/AnalysisForm.tsx',
        part: 'Select',
        opener: (page, t) => list(page, t.analysis.target),
      },
      {
        source: 'app/routes/DatasetAnalysis.tsx',
        part: 'Select',
        opener: (page, t) => list(page, t.analysis.shown),
      },
    ],
  },
  {
    at: ({ classification }) => `/artifacts/${classification.artifact}/predict`,
    overlays: [
      { source: 'features/predict/InputField.tsx', part: 'Select', opener: (page) => list(page, 'island') },
    ],
  },
  {
    at: ({ classification }) => `/artifacts/${classification.artifact}/predict?view=dataset`,
    overlays: [
      {
        source: 'app/routes/PredictDataset.tsx',
        part: 'Select',
        opener: (page, t) => list(page, t.predict.chooseDataset),
      },
    ],
  },
  {
    at: () => '/metrics',
    overlays: [
      {
        source: 'features/metrics/MetricsFilter.tsx',
        part: 'Select',
        opener: (page, t) => list(page, t.metrics.subject),
      },
    ],
  },
  {
    at: () => '/leaderboard',
    overlays: [
      {
        source: 'features/runs/leaderboard/Leaderboard.tsx',
        part: 'Select',
        opener: (page, t) => list(page, t.leaderboard.board),
      },
    ],
  },
  {
    at: ({ classification }) => `/compare?runs=${classification.runs.join(',')}`,
    overlays: [
      {
        source: 'features/runs/compare/RunChooser.tsx',
        part: 'Dialog',
        opener: (page, t) => button(page, t.compare.add),
      },
      {
        source: 'features/runs/compare/OverlaidCurves.tsx',
        part: 'Select',
        opener: (page, t) => list(page, t.compare.ofClass),
      },
    ],
  },
  {
    at: ({ classification }) => `/training/${classification.run}`,
    overlays: [
      {
        source: 'app/routes/RunActions.tsx',
        part: 'Menu',
        opener: (page, t) => button(page, t.run.compareWith),
      },
    ],
  },
  {
    at: () => '/training?q=target:target',
    overlays: [
      {
        source: 'features/runs/table/ColumnMenu.tsx',
        part: 'Menu',
        opener: (page, t) => button(page, t.runsTable.columns),
      },
      {
        source: 'features/runs/table/SaveView.tsx',
        part: 'Dialog',
        opener: (page, t) => button(page, t.runsTable.saveView),
      },
      {
        source: 'features/runs/table/FilterBox.tsx',
        part: 'Autocomplete',
        opener: (page, t) => list(page, t.runsTable.filter.label),
        typed: ' m',
      },
    ],
  },
  {
    at: () => '/training?q=target:target',
    phone: true,
    overlays: [
      {
        source: 'features/runs/table/SortChoice.tsx',
        part: 'Select',
        opener: (page, t) => list(page, t.runsTable.sortBy),
      },
    ],
  },
]
