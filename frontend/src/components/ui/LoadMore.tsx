import { useI18n } from '@/i18n/I18nProvider'
import { Button } from './Button'

interface Pages {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}

/** Shown while a list has more than what is shown. */
export function LoadMore({ pages }: { pages: Pages }) {
  const { t } = useI18n()
  if (!pages.hasNextPage) return null
  return (
    <Button disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
      {pages.isFetchingNextPage ? t.app.loading : t.app.loadMore}
    </Button>
  )
}
