import { Link } from '@tanstack/react-router'
import type { Job } from '@/features/jobs/jobs'

/** Leads to where a job is watched. */
export function JobLink({ job, name }: { job: Job; name: string }) {
  const className = 'underline-offset-4 hover:underline'
  return job.job_type === 'TRAIN' ? (
    <Link to="/training/new" search={{ job: job.job_id }} className={className}>
      {name}
    </Link>
  ) : (
    <Link
      to="/artifacts/$id/predict"
      params={{ id: job.parameters.artifact_id }}
      search={{ view: 'dataset' }}
      className={className}
    >
      {name}
    </Link>
  )
}
