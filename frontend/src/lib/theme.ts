import { storedChoice } from './storedChoice'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const DENSITIES = ['comfortable', 'compact'] as const
export type Density = (typeof DENSITIES)[number]

/** Light, dark, or as the system has it; `public/theme.js` applies it before the first paint. */
export const theme = storedChoice('stint.theme', THEMES, 'system', (chosen) => {
  if (chosen === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = chosen
  colourBrowser(chosen)
})

/** The browser's own bars take the colour that index.html has for the theme. */
function colourBrowser(chosen: Theme): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = meta.dataset.theme
    if (chosen === 'system') meta.media = `(prefers-color-scheme: ${own})`
    else meta.media = own === chosen ? 'all' : 'not all'
  }
}

/** How high rows are; `public/theme.js` applies it before the first paint. */
export const density = storedChoice('stint.density', DENSITIES, 'comfortable', (chosen) => {
  if (chosen === 'comfortable') delete document.documentElement.dataset.density
  else document.documentElement.dataset.density = chosen
})
