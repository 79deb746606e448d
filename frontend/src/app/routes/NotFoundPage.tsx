import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { Button, buttonClass } from '@/components/ui/Button'
import { meQuery } from '@/features/auth/session'
import { useI18n } from '@/i18n/I18nProvider'
import { overlay } from '../shell/overlay'
import { Trouble } from '../shell/trouble/Trouble'

/** For addresses that lead nowhere. */
export function NotFoundPage() {
  const { t } = useI18n()
  const texts = t.errors.notFound
  const { data: me } = useQuery({ ...meQuery, enabled: false })
  return (
    <Trouble
      kind="missing"
      title={texts.title}
      lead={texts.lead}
      actions={
        <>
          <Link to={me ? '/overview' : '/'} className={buttonClass('primary')}>
            {me ? texts.overview : texts.home}
          </Link>
          <Button onClick={() => overlay.show('palette')}>
            <Search aria-hidden="true" />
            {t.palette.search}
          </Button>
        </>
      }
    />
  )
}
