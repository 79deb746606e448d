import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { findSession, mayBeSignedIn, meQuery, whoIsSignedIn } from '@/features/auth/session'
import { DETAIL_VIEWS, type DetailView } from '@/features/datasets/detailView'
import { readMetricsSearch } from '@/features/metrics/search'
import { PREDICT_VIEWS, type PredictView } from '@/features/predict/predictView'
import { readCompareSearch } from '@/features/runs/compare/search'
import { readLeaderboardSearch } from '@/features/runs/leaderboard/search'
import { readRunsSearch } from '@/features/runs/table/search'
import { type DraftSearch, readDraft } from '@/features/training/draftSearch'
import { safeReturnPath } from './returnPath'
import { NotFoundPage } from './routes/NotFoundPage'
import { LazyWorkFrame } from './shell/lazyWorkFrame'
import { Shell } from './shell/Shell'
import { Crash, CrashAlone } from './shell/trouble/Crash'
import { Waiting } from './shell/Waiting'

interface Context {
  queryClient: QueryClient
}

const root = createRootRouteWithContext<Context>()({
  component: Shell,
  notFoundComponent: NotFoundPage,
  pendingComponent: Waiting,
  // Every other page that breaks leaves the frame around it standing; see defaultErrorComponent.
  errorComponent: CrashAlone,
  // The bar at the top says who is signed in; see mayBeSignedIn for when that is asked. Without an answer the public
  // pages still show.
  beforeLoad: async ({ context }) => {
    if (!mayBeSignedIn()) return
    await Promise.all([findSession(context.queryClient), LazyWorkFrame.preload?.()])
  },
})

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./routes/HomePage'), 'HomePage'),
})

interface SignInSearch {
  /** Where to go afterwards. */
  next?: string
}

function signInSearch(search: Record<string, unknown>): SignInSearch {
  const next = safeReturnPath(search.next)
  return next === undefined ? {} : { next }
}

function leaveIfSignedIn({ context, search }: { context: Context; search: SignInSearch }) {
  if (mayBeSignedIn() && context.queryClient.getQueryData(meQuery.queryKey)) {
    throw redirect({ href: search.next ?? '/overview', replace: true })
  }
  void LazyWorkFrame.preload?.()
}

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: signInSearch,
  beforeLoad: leaveIfSignedIn,
  component: lazyRouteComponent(() => import('./routes/LoginPage'), 'LoginPage'),
})

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/signup',
  validateSearch: signInSearch,
  beforeLoad: leaveIfSignedIn,
  component: lazyRouteComponent(() => import('./routes/SignUpPage'), 'SignUpPage'),
})

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: lazyRouteComponent(() => import('./shell/SignedIn'), 'SignedIn'),
  beforeLoad: async ({ context, location }) => {
    const me = await whoIsSignedIn(context.queryClient)
    if (!me) throw redirect({ to: '/login', search: { next: location.href }, replace: true })
  },
})

const datasets = createRoute({
  getParentRoute: () => signedIn,
  path: '/datasets',
  validateSearch: (search): { search?: string } =>
    typeof search.search === 'string' && search.search !== '' ? { search: search.search } : {},
  component: lazyRouteComponent(() => import('./routes/DatasetsPage'), 'DatasetsPage'),
})

const training = createRoute({
  getParentRoute: () => signedIn,
  path: '/training',
  validateSearch: readRunsSearch,
  component: lazyRouteComponent(() => import('./routes/TrainingPage'), 'TrainingPage'),
})

const overview = createRoute({
  getParentRoute: () => signedIn,
  path: '/overview',
  component: lazyRouteComponent(() => import('./routes/OverviewPage'), 'OverviewPage'),
})

const dataset = createRoute({
  getParentRoute: () => signedIn,
  path: '/datasets/$id',
  validateSearch: (search): { view?: DetailView; analysis?: string } => {
    const view = DETAIL_VIEWS.find((one) => one === search.view)
    return {
      ...(view !== undefined && { view }),
      ...(typeof search.analysis === 'string' && { analysis: search.analysis }),
    }
  },
  component: lazyRouteComponent(() => import('./routes/DatasetPage'), 'DatasetPage'),
})

const newTraining = createRoute({
  getParentRoute: () => signedIn,
  path: '/training/new',
  validateSearch: (search): DraftSearch & { job?: string } => ({
    ...readDraft(search),
    ...(typeof search.job === 'string' && { job: search.job }),
  }),
  component: lazyRouteComponent(() => import('./routes/NewTrainingPage'), 'NewTrainingPage'),
})

const run = createRoute({
  getParentRoute: () => signedIn,
  path: '/training/$id',
  component: lazyRouteComponent(() => import('./routes/RunPage'), 'RunPage'),
})

const compare = createRoute({
  getParentRoute: () => signedIn,
  path: '/compare',
  validateSearch: readCompareSearch,
  component: lazyRouteComponent(() => import('./routes/ComparePage'), 'ComparePage'),
})

const leaderboard = createRoute({
  getParentRoute: () => signedIn,
  path: '/leaderboard',
  validateSearch: readLeaderboardSearch,
  component: lazyRouteComponent(() => import('./routes/LeaderboardPage'), 'LeaderboardPage'),
})

const artifacts = createRoute({
  getParentRoute: () => signedIn,
  path: '/artifacts',
  component: lazyRouteComponent(() => import('./routes/ArtifactsPage'), 'ArtifactsPage'),
})

const predict = createRoute({
  getParentRoute: () => signedIn,
  path: '/artifacts/$id/predict',
  validateSearch: (search): { view?: PredictView } => {
    const view = PREDICT_VIEWS.find((one) => one === search.view)
    return view === undefined ? {} : { view }
  },
  component: lazyRouteComponent(() => import('./routes/PredictPage'), 'PredictPage'),
})

const metrics = createRoute({
  getParentRoute: () => signedIn,
  path: '/metrics',
  validateSearch: readMetricsSearch,
  component: lazyRouteComponent(() => import('./routes/MetricsPage'), 'MetricsPage'),
})

const settings = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings',
  component: lazyRouteComponent(() => import('./routes/SettingsPage'), 'SettingsPage'),
})

const info = createRoute({
  getParentRoute: () => root,
  path: '/info',
  component: lazyRouteComponent(() => import('./routes/InfoPage'), 'InfoPage'),
})

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([
      home,
      login,
      signUp,
      info,
      signedIn.addChildren([
        datasets,
        training,
        overview,
        dataset,
        newTraining,
        run,
        compare,
        leaderboard,
        artifacts,
        predict,
        metrics,
        settings,
      ]),
    ]),
    context: { queryClient },
    defaultPreload: 'intent',
    defaultErrorComponent: Crash,
    scrollRestoration: false,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
