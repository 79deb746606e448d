import { createRoot } from 'react-dom/client'
import { keepAnswers } from '@/api/keepAnswers'
import { createQueryClient } from '@/api/queryClient'
import { App } from '@/app/App'
import { keepFocus } from '@/app/keepFocus'
import { focusHeadingOnNavigation, signInAgainWhenSignedOut } from '@/app/navigation'
import { createAppRouter } from '@/app/router'
import { followOtherTabs } from '@/features/auth/session'
import { firstLanguage } from '@/i18n/I18nProvider'
import '@/styles/base.css'

const queryClient = createQueryClient()
const router = createAppRouter(queryClient)
focusHeadingOnNavigation(router)
keepFocus()
signInAgainWhenSignedOut(router, queryClient)
keepAnswers(queryClient)
followOtherTabs()

const language = await firstLanguage()
const container = document.getElementById('root')
if (!container) throw new Error('index.html has no #root')
createRoot(container).render(<App router={router} queryClient={queryClient} language={language} />)
