import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { buttonClass } from '@/components/ui/Button'
import { PageHeading } from '@/components/ui/PageHeading'
import { meQuery } from '@/features/auth/session'
import { useI18n } from '@/i18n/I18nProvider'

/** The public start. */
export function HomePage() {
  const { t } = useI18n()
  const { data: me } = useQuery({ ...meQuery, enabled: false })
  return (
    <div className="grid gap-10 py-4 sm:py-10">
      <div className="grid gap-6">
        <PageHeading title={t.home.title}>{t.home.lead}</PageHeading>
        <div className="flex flex-wrap gap-3">
          {me ? (
            <Link to="/datasets" className={buttonClass('primary')}>
              {t.home.openDatasets}
            </Link>
          ) : (
            <>
              <Link to="/signup" className={buttonClass('primary')}>
                {t.auth.signUp}
              </Link>
              <Link to="/login" className={buttonClass('plain')}>
                {t.auth.signIn}
              </Link>
            </>
          )}
        </div>
      </div>
      <ol className="grid gap-4 sm:grid-cols-3">
        {t.home.steps.map((step, index) => (
          <li
            key={step.title}
            className="grid content-start gap-1 rounded-xl border border-line bg-surface p-5"
          >
            <span aria-hidden="true" className="text-muted text-sm tabular-nums">
              {index + 1}
            </span>
            <h2 className="font-semibold text-lg">{step.title}</h2>
            <p className="text-muted">{step.text}</p>
          </li>
        ))}
      </ol>
    </div>
  )
}
