import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { answerOf, api, idempotencyKey, responseOf } from '@/api/client'
import { keys } from '@/api/keys'
import type { components } from '@/api/schema'
import { isFinal, type Job } from './jobs'
import { pollDelay } from './pollDelay'

/** How many jobs, counted from the newest, the page watches. */
const WATCHED = 50

type TrainBody = components['schemas']['TrainJobRequest']

/** What a training is asked for. */
export type TrainParameters = { dataset_id: string } & Record<string, unknown>

interface Watched {
  jobs: Job[]
  etag: string | null
  unchangedPolls: number
}

/**
 * One poll for all jobs, while one of them is under way: a 304 when nothing has changed, ever slower while nothing
 * does, and none at all in a hidden tab (`refetchIntervalInBackground` is off).
 */
function jobsQuery(client: QueryClient) {
  return queryOptions({
    queryKey: keys.jobs,
    queryFn: async ({ signal }): Promise<Watched> => {
      const { data, response } = await responseOf(
        api.GET('/api/jobs', { params: { query: { limit: WATCHED } }, signal }),
      )
      const etag = response.headers.get('etag')
      const before = client.getQueryData<Watched>(keys.jobs)
      const unchanged = before !== undefined && etag !== null && before.etag === etag
      return { jobs: data, etag, unchangedPolls: unchanged ? before.unchangedPolls + 1 : 0 }
    },
    refetchInterval: ({ state }) => {
      const watched = state.data as Watched | undefined
      if (!watched?.jobs.some((job) => !isFinal(job.status))) return false
      return pollDelay(watched.unchangedPolls + state.fetchFailureCount)
    },
  })
}

/** Your newest jobs, kept up to date by {@link useJobPolling}. */
export function useJobs() {
  const client = useQueryClient()
  return useQuery({ ...jobsQuery(client), refetchInterval: false, select: jobsOf })
}

/** Your newest jobs; keeps them up to date for the whole page, so it is used once. */
export function useJobPolling() {
  const client = useQueryClient()
  return useQuery({ ...jobsQuery(client), select: jobsOf })
}

/** How many failed jobs are read; older ones are history that nobody mends. */
const FAILED = 200

/** Your newest failed jobs, with those that were seen to fail since. */
export function useFailedJobs(): readonly Job[] {
  const watched = useJobs().data
  const asked = useQuery({
    queryKey: [...keys.jobs, 'failed'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/jobs', { params: { query: { status: 'FAILED', limit: FAILED } }, signal })),
  }).data
  return useMemo(() => {
    const jobs = [...(watched ?? []), ...(asked ?? [])].filter(({ status }) => status === 'FAILED')
    return [...new Map(jobs.map((job) => [job.job_id, job])).values()]
  }, [watched, asked])
}

/** One job: from what is watched, or asked for by itself when it is older than that. */
export function useJob(id: string) {
  const client = useQueryClient()
  const watched = useQuery({ ...jobsQuery(client), refetchInterval: false, select: jobsOf })
  const found = watched.data?.find((job) => job.job_id === id)
  const alone = useQuery({
    queryKey: [...keys.jobs, id],
    enabled: watched.isSuccess && !found,
    queryFn: ({ signal }) => answerOf(api.GET('/api/jobs/{id}', { params: { path: { id } }, signal })),
  })
  return found ? { ...alone, isPending: false, isError: false, error: null, data: found } : alone
}

function jobsOf(watched: Watched): Job[] {
  return watched.jobs
}

/** Puts a job into what is watched at once, and looks again soon. */
function useShowJob() {
  const client = useQueryClient()
  return async (job: Job) => {
    // An answer under way does not know this job yet.
    await client.cancelQueries({ queryKey: keys.jobs })
    client.setQueryData<Watched>(keys.jobs, (before) => {
      const others = before?.jobs.filter((other) => other.job_id !== job.job_id) ?? []
      const jobs = [job, ...others].sort((a, b) => b.created_at.localeCompare(a.created_at))
      return { jobs, etag: null, unchangedPolls: 0 }
    })
    if (isFinal(job.status)) void client.invalidateQueries({ queryKey: keys.runs })
  }
}

/** Asks for a job, as its parameters were made from what is given. */
function useStart<Given>(request: (given: Given) => components['schemas']['CreateJob']) {
  const show = useShowJob()
  return useMutation({
    mutationFn: (given: Given) =>
      answerOf(api.POST('/api/jobs', { body: request(given), headers: idempotencyKey() })),
    onSuccess: show,
  })
}

/** Starts a training; every parameter but `dataset_id` has a default. */
export function useStartTraining() {
  return useStart((parameters: TrainParameters) => ({
    job_type: 'TRAIN',
    // As they were typed: the API judges the values, and names each that is wrong.
    parameters: parameters as unknown as TrainBody,
  }))
}

/** Has a model predict for every row of a dataset. */
export function useStartPrediction() {
  return useStart((parameters: { artifact_id: string; dataset_id: string }) => ({
    job_type: 'PREDICT',
    parameters,
  }))
}

/** Has a dataset analyzed, against a target and another dataset if they are given. */
export function useStartAnalysis() {
  return useStart((parameters: components['schemas']['AnalyzeJobRequest']) => ({
    job_type: 'ANALYZE',
    parameters,
  }))
}

/** Asks for a job to stop. */
export function useCancelJob() {
  const show = useShowJob()
  return useMutation({
    mutationFn: (id: string) => answerOf(api.POST('/api/jobs/{id}/cancel', { params: { path: { id } } })),
    onSuccess: show,
  })
}
