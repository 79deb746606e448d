import { lazyRouteComponent } from '@tanstack/react-router'

/**
 * What is around the pages of somebody signed in, in a file of its own: a visitor does not download it. The routes
 * call `preload`, so that it is there when it is shown.
 */
export const LazyWorkFrame = lazyRouteComponent(() => import('./WorkFrame'), 'WorkFrame')
