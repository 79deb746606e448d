import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import { PageHeading } from '@/components/ui/PageHeading'
import { SignInForm } from '@/features/auth/SignInForm'
import { useI18n } from '@/i18n/I18nProvider'

const route = getRouteApi('/login')

export function LoginPage() {
  const { t } = useI18n()
  const search = route.useSearch()
  const router = useRouter()
  return (
    <div className="mx-auto grid w-full max-w-sm gap-6">
      <PageHeading title={t.auth.signIn}>{search.next && t.auth.sessionEnded}</PageHeading>
      <SignInForm onSignedIn={() => router.history.push(search.next ?? '/overview')} />
      <p className="text-muted">
        {t.auth.noAccount}{' '}
        <Link to="/signup" search={search} className="text-action underline">
          {t.auth.signUp}
        </Link>
      </p>
    </div>
  )
}
