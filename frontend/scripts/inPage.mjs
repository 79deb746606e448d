// What runs inside the page while it is measured. Each function is sent there alone, so none may use another.

/**
 * Gets ready to time an input: from the event as the browser has it to the frame in which what is watched has become
 * another. That frame has been painted when the one after it begins, so up to one frame too much is counted. The time,
 * in ms, is what `globalThis.painted` resolves to.
 */
export function watch({ event, what }) {
  const read = {
    /** How many rows the grid has, the header included. */
    rows: () => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount'),
    /** "2,005 of 10,000 trainings". */
    count: () => document.querySelector('main p[role=status]')?.textContent,
    /** The first row and the header that says the order. */
    order: () =>
      document.querySelector('[role=grid] tbody tr[aria-rowindex]')?.id +
      document.querySelector('[aria-sort]')?.textContent,
    /** The name of the cloud of points, which says what is across. */
    scatter: () => document.querySelector('figure:has(canvas) [aria-label*=" against "]')?.ariaLabel,
  }[what]
  const before = read()
  globalThis.painted = new Promise((resolve) => {
    const start = (input) => {
      const observer = new MutationObserver(() => {
        if (read() === undefined || read() === before) return
        observer.disconnect()
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - input.timeStamp)))
      })
      observer.observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      })
    }
    addEventListener(event, start, { capture: true, once: true })
  })
}

/** The time, counted from the start of the navigation, at which so many rows have been painted. */
export function untilRows(count) {
  return new Promise((resolve) => {
    const look = () => {
      const rows = document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')
      const reading = document.querySelector('main progress') !== null
      if (rows === String(count + 1) && !reading) requestAnimationFrame(() => resolve(performance.now()))
      else requestAnimationFrame(look)
    }
    look()
  })
}

/** Scrolls the table by ten rows in each frame; answers how long the frames took. */
export function scrollTable(frames) {
  const scroller = document.querySelector('[role=grid]').parentElement
  scroller.scrollTop = 0
  return new Promise((resolve) => {
    const times = []
    let last
    const step = (now) => {
      if (last !== undefined) times.push(now - last)
      last = now
      if (times.length === frames) return resolve(times)
      scroller.scrollTop += 400
      requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  })
}
