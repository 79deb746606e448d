import { CirclePlus, House, Info, type LucideIcon, Settings } from 'lucide-react'
import type { Messages } from '@/i18n/en'
import { storedChoice } from '@/lib/storedChoice'
import { PLACES, type Place } from './places'

/** Somewhere to go without a link in sight. */
export interface Destination {
  to: Place['to'] | '/' | '/training/new'
  icon: LucideIcon
  /** Its name in the language of the page. */
  nameOf: (t: Messages) => string
  /** The key that goes there after `g`. */
  key: string
}

const KEYS: Record<Place['to'], string> = {
  '/overview': 'o',
  '/datasets': 'd',
  '/training': 'r',
  '/compare': 'c',
  '/leaderboard': 'l',
  '/artifacts': 'm',
  '/metrics': 'e',
  '/settings': 's',
  '/info': 'a',
}

/** Everywhere that somebody who is signed in can go. */
export const DESTINATIONS: readonly Destination[] = [
  ...PLACES.map(destinationOf),
  { to: '/training/new', icon: CirclePlus, nameOf: (t) => t.overview.newTraining, key: 'n' },
  destinationOf({ to: '/settings', name: 'settings', icon: Settings }),
  destinationOf({ to: '/info', name: 'info', icon: Info }),
  { to: '/', icon: House, nameOf: (t) => t.palette.home, key: 'h' },
]

function destinationOf({ to, name, icon }: Place): Destination {
  return { to, icon, nameOf: (t) => t.app.places[name], key: KEYS[to] }
}

/** Whether single keys do something; who speaks to the computer may not want them (WCAG 2.1.4). */
export const singleKeys = storedChoice('stint.keys', ['on', 'off'], 'on', () => undefined)

/** What a key press means; `letter` is the same on every keyboard. */
export function letterOf(event: Pick<KeyboardEvent, 'key' | 'code'>): string {
  if (/^[\x20-\x7e]$/.test(event.key)) return event.key.toLowerCase()
  return /^Key[A-Z]$/.test(event.code) ? event.code.slice(3).toLowerCase() : event.key
}

const NOT_TYPED = new Set(['checkbox', 'radio', 'range', 'button', 'submit', 'reset', 'file', 'color'])

/** Whether keys belong to what has the focus: a text, or a list that is searched by typing. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !NOT_TYPED.has(target.type)
  return (
    target.isContentEditable ||
    target.closest('textarea,select,[role=combobox],[role=listbox],[role=menu]') !== null
  )
}
