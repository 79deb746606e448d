import { getRouteApi, Link } from '@tanstack/react-router'
import { buttonClass } from '@/components/ui/Button'
import { CopyButton } from '@/components/ui/CopyButton'
import { PageHeading } from '@/components/ui/PageHeading'
import { ChooseRuns } from '@/features/runs/compare/ChooseRuns'
import { Comparison } from '@/features/runs/compare/Comparison'
import { type CompareSearch, readCompareSearch } from '@/features/runs/compare/search'
import { idsOf } from '@/features/runs/table/search'
import { useI18n } from '@/i18n/I18nProvider'
import { toRun } from './toRun'

const route = getRouteApi('/signed-in/compare')

/** Runs side by side. Which ones, and against which, is in the address. */
export function ComparePage() {
  const { t } = useI18n()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const go = (next: CompareSearch) => void navigate({ search: readCompareSearch({ ...next }) })
  const choose = (ids: readonly string[]) => go({ ...search, runs: ids.join() })
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
              <ChooseRuns words={t.compare.add} chosen={idsOf(search.runs)} onChoose={choose} />
            </>
          )
        }
      >
        {t.compare.lead}
      </PageHeading>
      <Comparison
        search={search}
        onSearch={go}
        renderLink={toRun}
        emptyAction={
          <Link to="/training" className={buttonClass('plain')}>
            {t.compare.fromTable}
          </Link>
        }
      />
    </>
  )
}
