// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { biggest, subjects } from './check-budgets.mjs'

const chunk = (file, more = {}) => ({
  file,
  isEntry: false,
  lazyModule: null,
  imports: [],
  lazyImports: [],
  modules: {},
  ...more,
})

const LIST = [
  chunk('index.js', { isEntry: true, imports: ['libraries.js'] }),
  chunk('libraries.js', {
    modules: {
      'node_modules/react-dom/client.js': 500,
      'node_modules/react-dom/index.js': 100,
      'src/app/App.tsx': 7,
    },
  }),
  chunk('menus.js'),
  chunk('work.js', { lazyModule: 'src/app/shell/WorkFrame.tsx', imports: ['menus.js', 'libraries.js'] }),
  chunk('signedIn.js', { lazyModule: 'src/app/shell/SignedIn.tsx', imports: ['libraries.js'] }),
  chunk('home.js', { lazyModule: 'src/app/routes/HomePage.tsx', imports: ['menus.js', 'libraries.js'] }),
  chunk('run.js', {
    lazyModule: 'src/app/routes/RunPage.tsx',
    imports: ['assets/charts-1.js', 'menus.js', 'libraries.js'],
  }),
  chunk('assets/charts-1.js', { imports: ['libraries.js'] }),
]
const ASSETS = ['a.css', 'b.js', 'inter-latin-wght-normal-1.woff2', 'inter-greek-wght-normal-1.woff2']

describe('what the budgets are about', () => {
  const measured = Object.fromEntries(subjects(LIST, ASSETS).map(({ name, files }) => [name, files.sort()]))

  it.each([
    ['initial JavaScript', ['index.js', 'libraries.js']],
    ['frame of those signed in', ['menus.js', 'signedIn.js', 'work.js']],
    ['charts', ['assets/charts-1.js']],
    ['styles', ['a.css']],
    ['fonts', ['inter-latin-wght-normal-1.woff2']],
  ])('%s', (name, files) => expect(measured[name]).toEqual(files))

  it('is, for a page of somebody signed in, what it adds to its frame', () => {
    expect(measured['src/app/routes/RunPage.tsx']).toEqual(['assets/charts-1.js', 'run.js'])
  })

  it('is, for a public page, all that a visitor has not got yet', () => {
    expect(measured['src/app/routes/HomePage.tsx']).toEqual(['home.js', 'menus.js'])
  })
})

it('a frame that is not found is an error, not a budget that always holds', () => {
  const moved = LIST.filter(({ file }) => file !== 'work.js')
  expect(() => subjects(moved, ASSETS)).toThrow('src/app/shell/WorkFrame.tsx')
})

it('a package counts as one of the largest parts', () => {
  expect(biggest(['libraries.js'], LIST)).toEqual([
    ['react-dom', 600],
    ['src/app/App.tsx', 7],
  ])
})
