import { createRoot } from 'react-dom/client'
import { keepAnswers } from '@/api/keepAnswers'
import { createQueryClient } from '@/api/queryClient'
import { App } from '@/app/App'
import { focusHeadingOnNavigation, signInAgainWhenSignedOut } from '@/app/navigation'
import { createAppRouter } from '@/app/router'
import { followOtherTabs } from '@/features/auth/session'
import { loadMessages } from '@/i18n/I18nProvider'
import { preferredLocale } from '@/i18n/locale'
import '@/styles/base.css'

const queryClient = createQueryClient()
const router = createAppRouter(queryClient)
focusHeadingOnNavigation(router)
signInAgainWhenSignedOut(router, queryClient)
keepAnswers(queryClient)
followOtherTabs()

const locale = preferredLocale()
const messages = await loadMessages(locale)
const container = document.getElementById('root')
if (!container) throw new Error('index.html has no #root')
createRoot(container).render(
  <App router={router} queryClient={queryClient} language={{ locale, messages }} />,
)
