import { getRouteApi, Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { buttonClass } from '@/components/ui/Button'
import { CopyButton } from '@/components/ui/CopyButton'
import { PageHeading } from '@/components/ui/PageHeading'
import { Comparison } from '@/features/runs/compare/Comparison'
import { readCompareSearch } from '@/features/runs/compare/search'
import { useI18n } from '@/i18n/I18nProvider'
import { toRun } from './toRun'

const route = getRouteApi('/signed-in/compare')

/** Runs side by side. Which ones, and against which, is in the address. */
export function ComparePage() {
  const { t } = useI18n()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const chosen = search.runs === undefined ? {} : { runs: search.runs }
  return (
    <>
      <PageHeading
        title={t.compare.title}
        actions={
          search.runs !== undefined && (
            <>
              <CopyButton
                text={window.location.href}
                label={t.compare.copyLink}
                words={t.compare.copyLink}
                size="medium"
              />
              <Link to="/training" search={chosen} className={buttonClass('plain')}>
                <Plus aria-hidden="true" />
                {t.compare.add}
              </Link>
            </>
          )
        }
      >
        {t.compare.lead}
      </PageHeading>
      <Comparison
        search={search}
        onSearch={(next) => void navigate({ search: readCompareSearch({ ...next }) })}
        renderLink={toRun}
        emptyAction={
          <Link to="/training" className={buttonClass('primary')}>
            {t.compare.choose}
          </Link>
        }
      />
    </>
  )
}
