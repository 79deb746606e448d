const FOCUSABLE =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"])'
/** What is looked for a place in; beyond it, the page's heading is where to go on. */
const ROOM = 'main, nav, header, body'

/**
 * When what has the focus is taken off the page, a neighbour gets the focus: a browser would leave whoever cannot see the
 * page nowhere, and whoever moves by the keyboard without a ring.
 */
export function keepFocus(): void {
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (relatedTarget !== null || !(target instanceof HTMLElement)) return
    // Browsers tell before they take it off: around it everything still stands.
    const findHeir = heirsOf(target)
    requestAnimationFrame(() => {
      if (document.activeElement === document.body && !target.isConnected)
        findHeir()?.focus({ preventScroll: true })
    })
  })
}

/** Remembers where something is; answers what finds who is nearest when it is gone. */
export function heirsOf(lost: HTMLElement): () => HTMLElement | null {
  const room = lost.closest<HTMLElement>(ROOM) ?? document.body
  const all = focusablesIn(room)
  const place = all.indexOf(lost)
  const byDistance = [...all.slice(place + 1), ...all.slice(0, Math.max(place, 0)).reverse()]
  const around: HTMLElement[] = []
  for (let home = lost.parentElement; home && home !== room; home = home.parentElement) around.push(home)

  return () => {
    // The smallest part that is left of what it was in: there, what was beside it, or what has taken its place.
    for (const home of around.filter(({ isConnected }) => isConnected)) {
      const here = focusablesIn(home)
      const heir = byDistance.find((element) => here.includes(element)) ?? here[0]
      if (heir) return heir
    }
    return document.querySelector<HTMLElement>('h1')
  }
}

function focusablesIn(element: HTMLElement): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (one) => !one.matches(':disabled') && (one.checkVisibility?.() ?? true),
  )
}
