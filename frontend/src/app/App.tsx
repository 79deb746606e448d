import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { UiProvider } from '@/components/ui/UiProvider'
import { I18nProvider, type Language } from '@/i18n/I18nProvider'
import type { createAppRouter } from './router'

interface AppProps {
  router: ReturnType<typeof createAppRouter>
  queryClient: QueryClient
  language: Language
}

export function App({ router, queryClient, language }: AppProps) {
  return (
    <StrictMode>
      <I18nProvider initial={language}>
        <QueryClientProvider client={queryClient}>
          <UiProvider>
            <RouterProvider router={router} />
          </UiProvider>
        </QueryClientProvider>
      </I18nProvider>
    </StrictMode>
  )
}
