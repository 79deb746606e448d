import { vi } from 'vitest'

interface Layout {
  height: number
  width?: number
  /** Whether the window is a phone's. */
  narrow?: boolean
}

/** Gives elements a size and lets them scroll, which the browser of these tests cannot do by itself. */
export function showLayout({ height, width = 800, narrow = false }: Layout) {
  const sizes = { offsetHeight: height, clientHeight: height, offsetWidth: width, clientWidth: width }
  for (const [name, size] of Object.entries(sizes)) {
    vi.spyOn(HTMLElement.prototype, name as keyof typeof sizes, 'get').mockReturnValue(size)
  }
  HTMLElement.prototype.scrollTo = function scrollTo(this: HTMLElement, options?: unknown) {
    const { top = 0 } = options as ScrollToOptions
    if (this.scrollTop === top) return
    this.scrollTop = top
    this.dispatchEvent(new Event('scroll'))
  }
  // There is nothing to draw on; what a canvas shows is for the tests in a browser.
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
  Element.prototype.setPointerCapture = () => undefined
  vi.stubGlobal('innerHeight', height)
  vi.stubGlobal('ResizeObserver', StillObserver)
  vi.stubGlobal('matchMedia', (media: string) => ({
    media,
    matches: !narrow,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }))
}

/** Sizes do not change. */
class StillObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
