export const jobs = {
  cancel: 'Cancel',
  cancelLabel: (dataset: string) => `Cancel training on ${dataset}`,
  cancelling: 'Cancelling…',
  seeRun: 'See the run',
  progressLabel: (dataset: string) => `Training on ${dataset}`,
  cached: 'The same training had been done before; this is its result.',
  usedLight: (reason: string) => `Only light training was done: ${reason}`,
  announce: {
    COMPLETED: (dataset: string) => `The job on ${dataset} is done.`,
    FAILED: (dataset: string) => `The job on ${dataset} failed.`,
    CANCELLED: (dataset: string) => `The job on ${dataset} was cancelled.`,
  },
  states: {
    PENDING: 'Waiting',
    RUNNING: 'Running',
    COMPLETED: 'Done',
    FAILED: 'Failed',
    CANCELLED: 'Cancelled',
  },
}
