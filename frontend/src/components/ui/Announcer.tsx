import { createContext, type ReactNode, use, useCallback, useState } from 'react'

const AnnouncerContext = createContext<(text: string) => void>(() => undefined)

/** Says things to those who cannot see them change. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState({ text: '', id: 0 })
  const announce = useCallback((text: string) => setMessage(({ id }) => ({ text, id: id + 1 })), [])
  return (
    <AnnouncerContext value={announce}>
      {children}
      <div role="status" aria-live="polite" className="sr-only">
        {/* A new element each time, so that the same words are said again. */}
        <span key={message.id}>{message.text}</span>
      </div>
    </AnnouncerContext>
  )
}

export function useAnnounce(): (text: string) => void {
  return use(AnnouncerContext)
}
