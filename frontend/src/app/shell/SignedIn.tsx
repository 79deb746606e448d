import { Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { UploadsProvider } from '@/features/datasets/UploadsProvider'
import { JobWatch } from '@/features/jobs/JobWatch'
import { startServiceWorker } from '@/lib/serviceWorker'

/** What is around every page that needs somebody signed in. */
export function SignedIn() {
  // A visitor keeps nothing.
  useEffect(() => void startServiceWorker(), [])
  return (
    <UploadsProvider>
      <JobWatch />
      <Outlet />
    </UploadsProvider>
  )
}
