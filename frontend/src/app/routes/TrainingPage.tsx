import { getRouteApi, Link } from '@tanstack/react-router'
import { buttonClass } from '@/components/ui/Button'
import { PageHeading } from '@/components/ui/PageHeading'
import { RunTable } from '@/features/runs/RunTable'
import { useI18n } from '@/i18n/I18nProvider'

const route = getRouteApi('/signed-in/training')

export function TrainingPage() {
  const { t } = useI18n()
  const { run } = route.useSearch()
  return (
    <>
      <PageHeading title={t.runs.title}>{t.runs.lead}</PageHeading>
      <RunTable
        highlighted={run}
        renderLink={({ id }, name) => (
          <Link to="/training/$id" params={{ id }} className="text-action underline">
            {name}
          </Link>
        )}
        emptyAction={
          <Link to="/datasets" className={buttonClass('primary')}>
            {t.runs.emptyAction}
          </Link>
        }
      />
    </>
  )
}
