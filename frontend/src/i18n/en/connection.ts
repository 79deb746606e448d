export const connection = {
  offline: 'You are offline.',
  shownFrom: (ago: string) => `What you see is from ${ago}.`,
  retry: 'Try again',
  newVersion: 'A new version of Stint is ready.',
  load: 'Load it',
}
