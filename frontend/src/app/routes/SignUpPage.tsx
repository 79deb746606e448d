import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import { PageHeading } from '@/components/ui/PageHeading'
import { SignUpForm } from '@/features/auth/SignUpForm'
import { useI18n } from '@/i18n/I18nProvider'

const route = getRouteApi('/signup')

export function SignUpPage() {
  const { t } = useI18n()
  const search = route.useSearch()
  const router = useRouter()
  return (
    <div className="mx-auto grid w-full max-w-sm gap-6">
      <PageHeading title={t.auth.signUp} />
      <SignUpForm onSignedIn={() => router.history.push(search.next ?? '/overview')} />
      <p className="text-muted">
        {t.auth.haveAccount}{' '}
        <Link to="/login" search={search} className="text-action underline">
          {t.auth.signIn}
        </Link>
      </p>
    </div>
  )
}
