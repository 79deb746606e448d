import type { components } from '@/api/schema'

type Job = components['schemas']['JobView']
type Run = components['schemas']['RunView']

export function sampleJob(more: Partial<Job> = {}): Job {
  return {
    job_id: 'job-1',
    job_type: 'TRAIN',
    status: 'RUNNING',
    parameters: { dataset_id: 'dataset-1', dataset_name: 'penguins.csv', dataset_version: 2 },
    progress: { stage: 'fit', done: 1, total: 4, message: 'fitting' },
    created_at: '2026-11-23T10:00:00Z',
    attempt: 1,
    cancel_requested: false,
    ...more,
  } as Job
}

export function sampleRun(more: Partial<Run> = {}): Run {
  return {
    id: 'run-1',
    job_id: 'job-1',
    artifact_id: 'artifact-1',
    created_at: '2026-11-23T10:00:00Z',
    dataset_id: 'dataset-1',
    dataset_name: 'penguins.csv',
    dataset_version: 2,
    status: 'COMPLETED',
    task: 'classification',
    target: 'species',
    model_type: 'logistic',
    mode_used: 'heavy',
    parameters: {},
    metrics: { accuracy: 0.98837, f1: 0.9 },
    baseline: { metrics: { accuracy: 0.44186 } },
    interval: { metric: 'accuracy', value: 0.98837, low: 0.937, high: 0.998, level: 0.95 },
    leaderboard: [],
    cost_usd: 0.00042,
    duration_ms: 740,
    ...more,
  } as Run
}
