import { storedChoice } from './storedChoice'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const DENSITIES = ['comfortable', 'compact'] as const
export type Density = (typeof DENSITIES)[number]

/** Light, dark, or as the system has it; `public/theme.js` applies it before the first paint. */
export const theme = storedChoice('stint.theme', THEMES, 'system', (chosen) => {
  if (chosen === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = chosen
})

/** How high rows are; `public/theme.js` applies it before the first paint. */
export const density = storedChoice('stint.density', DENSITIES, 'comfortable', (chosen) => {
  if (chosen === 'comfortable') delete document.documentElement.dataset.density
  else document.documentElement.dataset.density = chosen
})
