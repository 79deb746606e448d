import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { keys } from '@/api/keys'
import { useAnnounce } from '@/components/ui/Announcer'
import { useI18n } from '@/i18n/I18nProvider'
import { useJobPolling } from './api'
import { datasetNameOf, type FinalStatus, type Job, justFinished } from './jobs'

const NONE: Job[] = []

/** Polls, says when a job ends, and has the list of runs read again. Shows nothing. */
export function JobWatch() {
  const { t } = useI18n()
  const announce = useAnnounce()
  const client = useQueryClient()
  const jobs = useJobPolling().data ?? NONE
  const before = useRef(jobs)

  useEffect(() => {
    const finished = justFinished(before.current, jobs)
    before.current = jobs
    for (const job of finished) announce(t.jobs.announce[job.status as FinalStatus](datasetNameOf(job)))
    if (finished.length > 0) void client.invalidateQueries({ queryKey: keys.runs })
  }, [jobs, announce, client, t])

  return null
}
