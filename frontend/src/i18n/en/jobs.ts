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
  elapsed: 'Elapsed',
  waitingFor: 'Waiting for a worker',
  attempt: 'Attempt',
  attemptHint: 'an interrupted worker is replaced',
  costSoFar: 'Cost',
  costLater: 'counted when it is over',
  stagesLabel: 'Stages of the training',
  stages: {
    reading: 'Reading the data',
    preparing: 'Preparing rows and columns',
    validating: 'Cross-validating',
    fitting: 'Fitting the model',
    evaluating: 'Measuring on held-out rows',
    explaining: 'Finding out which columns matter',
  },
  stageStates: { done: 'done', current: 'under way', ahead: 'to come' },
  units: (done: string, total: string) => `${done} of ${total}`,
  failures: {
    rejected: {
      title: 'The data or the parameters cannot be worked with',
      advice: 'Change what is named here and train again; everything else stays as it was.',
    },
    'dataset-gone': {
      title: 'The dataset was deleted',
      advice: 'Upload it again, or train on another one.',
    },
    'artifact-gone': {
      title: 'The model was deleted',
      advice: 'Train it again, or predict with another one.',
    },
    'out-of-time': {
      title: 'It took too long',
      advice: 'Try fewer trees or rounds, fewer configurations, or a quicker family.',
    },
    'worker-lost': {
      title: 'The workers were interrupted',
      advice: 'Start it again as it is. If it happens again, try less work at once.',
    },
    undeliverable: {
      title: 'No worker could finish it',
      advice: 'Start it again as it is. If it happens again, try less work at once.',
    },
  },
}
