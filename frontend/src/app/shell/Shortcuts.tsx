import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useAnnounce } from '@/components/ui/Announcer'
import { useI18n } from '@/i18n/I18nProvider'
import { overlay } from './overlay'
import { DESTINATIONS, isTyping, letterOf, singleKeys } from './shortcuts'

/** How long the second key of two may take, in ms. */
const PATIENCE = 1_500

const Palette = lazy(() => import('./palette/Palette').then((module) => ({ default: module.Palette })))
const Help = lazy(() => import('./palette/ShortcutHelp').then((module) => ({ default: module.ShortcutHelp })))

/** The keys that work on every page, and what they call up. */
export function Shortcuts({ signedIn }: { signedIn: boolean }) {
  const shown = overlay.use()
  // What has been called up once stays, so that it can fade away.
  const [wanted, setWanted] = useState(new Set<string>())
  if (shown && !wanted.has(shown)) setWanted(new Set([...wanted, shown]))
  useKeys(signedIn)
  return (
    <Suspense>
      {wanted.has('palette') && <Palette open={shown === 'palette'} signedIn={signedIn} />}
      {wanted.has('help') && <Help open={shown === 'help'} signedIn={signedIn} />}
    </Suspense>
  )
}

function useKeys(signedIn: boolean) {
  const { t } = useI18n()
  const navigate = useNavigate()
  const announce = useAnnounce()
  const goPressed = useRef(Number.NEGATIVE_INFINITY)

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.altKey || event.isComposing) return
      const letter = letterOf(event)
      // News is a dialog too, but one that the page goes on beside.
      const inDialog =
        document.querySelector('[role=dialog]:not([aria-modal=false]),[role=alertdialog]') !== null
      if (event.ctrlKey || event.metaKey) {
        if (letter !== 'k' || event.shiftKey) return
        event.preventDefault()
        if (overlay.get() === 'palette') overlay.hide()
        else if (!inDialog) overlay.show('palette')
        return
      }
      if (inDialog || isTyping(event.target) || singleKeys.get() === 'off') return
      if (act(letter, event.timeStamp)) event.preventDefault()
    }

    /** Does what a key means; answers whether it means anything. */
    function act(letter: string, now: number): boolean {
      const going = now - goPressed.current < PATIENCE
      goPressed.current = Number.NEGATIVE_INFINITY
      if (signedIn && going) {
        const destination = DESTINATIONS.find(({ key }) => key === letter)
        if (destination) void navigate({ to: destination.to })
        return destination !== undefined
      }
      if (signedIn && letter === 'g') {
        goPressed.current = now
        announce(t.palette.goTo)
        return true
      }
      if (letter === '?') overlay.show('help')
      else if (letter === '/') return focusFilter() || say(t.palette.noFilter)
      else if (letter === 'c') return press('c') || say(t.palette.noneChosen)
      else return false
      return true
    }

    function say(text: string): boolean {
      announce(text)
      return true
    }

    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [signedIn, navigate, announce, t])
}

/** Puts the focus into the field that filters what the page shows. */
function focusFilter(): boolean {
  const field = document.querySelector<HTMLInputElement>('main input[aria-keyshortcuts="/"]')
  field?.focus()
  field?.select()
  return field !== null
}

/** Presses the button of the page that a key belongs to. */
function press(key: string): boolean {
  const button = document.querySelector<HTMLElement>(`main [aria-keyshortcuts="${key}"]`)
  button?.click()
  return button !== null
}
