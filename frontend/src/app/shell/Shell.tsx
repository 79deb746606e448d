import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { Suspense } from 'react'
import { meQuery } from '@/features/auth/session'
import { useI18n } from '@/i18n/I18nProvider'
import { ConnectionNotice } from './ConnectionNotice'
import { LazyWorkFrame } from './lazyWorkFrame'
import { PublicFrame } from './PublicFrame'
import { Shortcuts } from './Shortcuts'

/** What is around every page. */
export function Shell() {
  const { t } = useI18n()
  const isHome = useLocation({ select: ({ pathname }) => pathname === '/' })
  // The routes ask who is signed in; here it is only shown.
  const { data: me } = useQuery({ ...meQuery, enabled: false })
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-30 focus:rounded-lg focus:bg-action focus:px-4 focus:py-2 focus:text-on-action"
      >
        {t.app.skipToContent}
      </a>
      <ConnectionNotice />
      {me && !isHome ? (
        <Suspense>
          <LazyWorkFrame me={me}>
            <Outlet />
          </LazyWorkFrame>
        </Suspense>
      ) : (
        <PublicFrame signedIn={Boolean(me)}>
          <Outlet />
        </PublicFrame>
      )}
      <Shortcuts signedIn={Boolean(me)} />
    </>
  )
}
