import { Link } from '@tanstack/react-router'

/** Leads from a run's name to the run. */
export function toRun(id: string, name: string) {
  return (
    <Link
      to="/training/$id"
      params={{ id }}
      className="text-ink underline decoration-control underline-offset-4 hover:decoration-ink"
    >
      {name}
    </Link>
  )
}
