import type { Job } from './jobs'

/** What a training does, in the words of the API. */
export type Stage = 'reading' | 'preparing' | 'fitting' | 'validating' | 'evaluating' | 'explaining'

/** Where a stage stands. */
export interface StageState {
  stage: Stage
  state: 'done' | 'current' | 'ahead'
  /** Units done and units there are, while they are known. */
  done?: number
  total?: number
}

/** A search validates first and fits what won; a single model is fitted first; a baseline is not validated. */
function stagesOf(modelType: string): Stage[] {
  const middle: Stage[] =
    modelType === 'auto'
      ? ['validating', 'fitting']
      : modelType === 'baseline'
        ? ['fitting']
        : ['fitting', 'validating']
  return ['reading', 'preparing', ...middle, 'evaluating', 'explaining']
}

/** The stages of a training and where each stands; nothing has begun while it waits for a worker. */
export function stageStates(job: Extract<Job, { job_type: 'TRAIN' }>): StageState[] {
  const stages = stagesOf(job.parameters.model_type)
  const { stage: current, done, total } = job.progress
  const at = (stages as readonly string[]).indexOf(current)
  return stages.map((stage, index) => {
    if (job.status === 'COMPLETED' || index < at) return { stage, state: 'done' }
    if (index > at) return { stage, state: 'ahead' }
    return { stage, state: 'current', ...(total > 0 && { done, total }) }
  })
}
