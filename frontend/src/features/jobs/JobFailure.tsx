import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/Notice'
import { useI18n } from '@/i18n/I18nProvider'
import type { Job } from './jobs'

/** Why a job failed, what exactly was found, and what to do. */
export function JobFailure({ error, children }: { error: NonNullable<Job['error']>; children: ReactNode }) {
  const { t } = useI18n()
  const { title, advice } = t.jobs.failures[error.code]
  return (
    <Notice tone="bad">
      <p className="font-semibold">{title}</p>
      {/* The worker's own sentence, which is English. */}
      <p lang="en" className="break-words">
        {error.detail}
      </p>
      <p>{advice}</p>
      <div className="mt-2 flex flex-wrap gap-2">{children}</div>
    </Notice>
  )
}
