import type { QueryClient } from '@tanstack/react-query'
import { onSignedOut } from '@/api/client'
import { forgetSession, meQuery } from '@/features/auth/session'
import type { createAppRouter } from './router'

type AppRouter = ReturnType<typeof createAppRouter>

/** After a navigation the new page's heading takes the focus, so that it is read out and Tab starts there. */
export function focusHeadingOnNavigation(router: AppRouter): void {
  router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
    if (fromLocation && pathChanged) document.querySelector<HTMLElement>('h1')?.focus()
  })
}

/** When a session has ended under way, goes to the sign-in page, and from there back. */
export function signInAgainWhenSignedOut(router: AppRouter, client: QueryClient): void {
  onSignedOut(() => {
    if (!client.getQueryData(meQuery.queryKey)) return
    forgetSession(client)
    void router.navigate({ to: '/login', search: { next: router.state.location.href } })
  })
}
