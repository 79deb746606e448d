import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { buttonClass } from '@/components/ui/Button'
import { meQuery } from '@/features/auth/session'
import { useI18n } from '@/i18n/I18nProvider'
import { LanguageChoice } from './LanguageChoice'
import { SignOutButton } from './SignOutButton'
import { ThemeChoice } from './ThemeChoice'

const LINK =
  'inline-flex min-h-9 items-center rounded-lg px-3 font-medium hover:bg-sunken aria-[current=page]:bg-sunken'

export function TopBar() {
  const { t } = useI18n()
  // The routes ask who is signed in; here it is only shown.
  const { data: me } = useQuery({ ...meQuery, enabled: false })
  return (
    <header className="border-line border-b bg-surface">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2 sm:px-6">
        <Link to="/" className="inline-flex min-h-9 items-center gap-2 font-semibold text-lg tracking-tight">
          <img src="/icon.svg" alt="" width="24" height="24" />
          {t.app.name}
        </Link>
        <nav aria-label={t.app.mainNavigation} className="flex flex-wrap items-center gap-1">
          {me && (
            <>
              <Link to="/datasets" className={LINK}>
                {t.app.datasets}
              </Link>
              <Link to="/training" className={LINK}>
                {t.app.training}
              </Link>
            </>
          )}
          <a href="/api/docs" className={LINK}>
            {t.app.apiDocs}
          </a>
        </nav>
        <div className="ml-auto flex flex-wrap items-center justify-end gap-2 sm:gap-x-4">
          <ThemeChoice />
          <LanguageChoice />
          {me ? <SignOutButton email={me.email} /> : <SignInLinks />}
        </div>
      </div>
    </header>
  )
}

function SignInLinks() {
  const { t } = useI18n()
  return (
    <Link to="/login" className={buttonClass('plain')}>
      {t.auth.signIn}
    </Link>
  )
}
