import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/Button'
import { useI18n } from '@/i18n/I18nProvider'
import { Logo } from './Logo'
import { PreferenceButton } from './PreferenceButton'

/** What is around the pages that everybody can see: a bar at the top. */
export function PublicFrame(props: { signedIn: boolean; children: ReactNode }) {
  const { t } = useI18n()
  return (
    <>
      <header className="sticky top-0 z-10 border-line border-b bg-paper">
        <div className="mx-auto flex h-14 max-w-6xl items-center gap-2 px-4 sm:px-6">
          <Logo to="/" />
          <nav aria-label={t.app.mainNavigation} className="ml-auto flex items-center gap-1">
            <a href="/api/docs" className={buttonClass('quiet')}>
              {t.app.apiDocs}
            </a>
            {props.signedIn ? (
              <Link to="/overview" className={buttonClass('plain')}>
                {t.home.openWorkbench}
              </Link>
            ) : (
              <Link to="/login" className={buttonClass('plain')}>
                {t.auth.signIn}
              </Link>
            )}
          </nav>
          <PreferenceButton />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto grid max-w-6xl gap-6 px-4 py-8 sm:px-6">
        {props.children}
      </main>
    </>
  )
}
