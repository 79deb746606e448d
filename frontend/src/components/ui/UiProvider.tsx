import { CSPProvider } from '@base-ui/react/csp-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactNode } from 'react'
import { AnnouncerProvider } from './Announcer'
import { ToastProvider } from './Toast'

/** What the components need around them. No style elements: the Content-Security-Policy lets none in. */
export function UiProvider({ children }: { children: ReactNode }) {
  return (
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={400}>
        <AnnouncerProvider>
          <ToastProvider>{children}</ToastProvider>
        </AnnouncerProvider>
      </Tooltip.Provider>
    </CSPProvider>
  )
}
