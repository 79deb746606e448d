import type { components } from '@/api/schema'

export type Job = components['schemas']['JobView']
export type FinalStatus = 'COMPLETED' | 'FAILED' | 'CANCELLED'

/** Whether a job is over, for good. */
export function isFinal(status: Job['status']): status is FinalStatus {
  return status === 'COMPLETED' || status === 'FAILED' || status === 'CANCELLED'
}

/** What a training made, once it is done. */
export function trainedBy(job: Job | undefined) {
  return job?.job_type === 'TRAIN' ? (job.result ?? undefined) : undefined
}

/** A job that predicts for a dataset. */
export type PredictJob = Extract<Job, { job_type: 'PREDICT' }>

/** The jobs that predict with a model, newest first. */
export function predictionsOf(artifactId: string, jobs: readonly Job[]): PredictJob[] {
  return jobs.filter(
    (job): job is PredictJob => job.job_type === 'PREDICT' && job.parameters.artifact_id === artifactId,
  )
}

/** A job that analyzes a dataset. */
export type AnalyzeJob = Extract<Job, { job_type: 'ANALYZE' }>

/** The jobs that analyze a dataset, newest first. */
export function analysesOf(datasetId: string, jobs: readonly Job[]): AnalyzeJob[] {
  return jobs.filter(
    (job): job is AnalyzeJob => job.job_type === 'ANALYZE' && job.parameters.dataset_id === datasetId,
  )
}

/** The dataset a job works on, as its parameters name it. */
export function datasetIdOf(job: Job): string {
  return job.parameters.dataset_id
}

/** The dataset's name, for people. */
export function datasetNameOf(job: Job): string {
  return job.parameters.dataset_name
}

/** The newest job on a dataset. Jobs come newest first. */
export function latestJobOn(datasetId: string, jobs: readonly Job[]): Job | undefined {
  return jobs.find((job) => datasetIdOf(job) === datasetId)
}

/** Jobs that were under way before and are over now. */
export function justFinished(before: readonly Job[], now: readonly Job[]): Job[] {
  const open = new Set(before.filter((job) => !isFinal(job.status)).map((job) => job.job_id))
  return now.filter((job) => isFinal(job.status) && open.has(job.job_id))
}
