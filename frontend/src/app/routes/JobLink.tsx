import { Link } from '@tanstack/react-router'
import type { Job } from '@/features/jobs/jobs'

/** Leads to where a job is watched. */
export function JobLink({ job, name }: { job: Job; name: string }) {
  const className = 'underline-offset-4 hover:underline'
  switch (job.job_type) {
    case 'TRAIN':
      return (
        <Link to="/training/new" search={{ job: job.job_id }} className={className}>
          {name}
        </Link>
      )
    case 'PREDICT':
      return (
        <Link
          to="/artifacts/$id/predict"
          params={{ id: job.parameters.artifact_id }}
          search={{ view: 'dataset' }}
          className={className}
        >
          {name}
        </Link>
      )
    case 'ANALYZE':
      return (
        <Link
          to="/datasets/$id"
          params={{ id: job.parameters.dataset_id }}
          search={{ view: 'analysis', analysis: job.job_id }}
          className={className}
        >
          {name}
        </Link>
      )
  }
}
