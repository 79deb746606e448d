import type { ErrorComponentProps } from '@tanstack/react-router'
import { ApiError } from '@/api/apiError'
import { Button } from '@/components/ui/Button'
import { Failure } from '@/components/ui/Failure'
import { PageHeading } from '@/components/ui/PageHeading'
import { useI18n } from '@/i18n/I18nProvider'

/** Shown instead of the page when a page breaks or the API cannot say who is signed in. */
export function Crash({ error }: ErrorComponentProps) {
  const { t } = useI18n()
  const reload = () => window.location.reload()
  return (
    <main className="mx-auto grid max-w-xl justify-items-start gap-6 px-4 py-16">
      <PageHeading title={t.errors.crash.title}>
        {error instanceof ApiError ? undefined : t.errors.crash.lead}
      </PageHeading>
      {error instanceof ApiError ? (
        <Failure error={error} onRetry={reload} />
      ) : (
        <Button kind="primary" onClick={reload}>
          {t.errors.crash.reload}
        </Button>
      )}
    </main>
  )
}
