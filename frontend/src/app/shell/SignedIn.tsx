import { Outlet } from '@tanstack/react-router'
import { UploadsProvider } from '@/features/datasets/UploadsProvider'
import { JobWatch } from '@/features/jobs/JobWatch'

/** What is around every page that needs somebody signed in. */
export function SignedIn() {
  return (
    <UploadsProvider>
      <JobWatch />
      <Outlet />
    </UploadsProvider>
  )
}
