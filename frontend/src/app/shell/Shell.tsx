import { Outlet } from '@tanstack/react-router'
import { useI18n } from '@/i18n/I18nProvider'
import { TopBar } from './TopBar'

/** What is around every page. */
export function Shell() {
  const { t } = useI18n()
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10 focus:rounded-lg focus:bg-action focus:px-4 focus:py-2 focus:text-on-action"
      >
        {t.app.skipToContent}
      </a>
      <TopBar />
      <main id="content" tabIndex={-1} className="mx-auto grid max-w-6xl gap-6 px-4 py-8 sm:px-6">
        <Outlet />
      </main>
    </>
  )
}
