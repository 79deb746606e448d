/** Names of everything that is cached. */
export const keys = {
  me: ['me'],
  datasets: ['datasets'],
  jobs: ['jobs'],
  runs: ['runs'],
  artifacts: ['artifacts'],
  sessions: ['sessions'],
  tokens: ['tokens'],
  health: ['health'],
  analyses: ['analyses'],
} as const
