import { Play } from 'lucide-react'
import { Button } from '@/components/ui/Button'
import { Kbd } from '@/components/ui/Kbd'
import { ShellCall } from '@/components/ui/ShellCall'
import { useI18n } from '@/i18n/I18nProvider'
import { type Draft, trainingCall } from './draft'

interface ReviewProps {
  datasetName: string
  draft: Draft
  parameters: object
  busy: boolean
  onStart: () => void
}

/** What will be done, and the same as a call of the API. */
export function Review({ datasetName, draft, parameters, busy, onStart }: ReviewProps) {
  const { t } = useI18n()
  const call = trainingCall(window.location.origin, parameters)
  const metricNames = t.runs.metrics as Record<string, string>
  const facts = [
    [t.newTraining.dataset, datasetName],
    [t.newTraining.target, draft.target],
    [t.newTraining.task, t.newTraining[draft.task]],
    [t.newTraining.model, t.runs.models[draft.model] ?? draft.model],
    [t.newTraining.metric, metricNames[draft.metric] ?? draft.metric],
  ] as const
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="min-w-0 break-all font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap items-center gap-3">
        <Button kind="primary" disabled={busy} onClick={onStart}>
          <Play aria-hidden="true" />
          {busy ? t.newTraining.starting : t.newTraining.start}
        </Button>
        <span className="hidden items-center gap-1 text-muted text-sm sm:inline-flex">
          <Kbd>Ctrl</Kbd>
          <Kbd>Enter</Kbd>
        </span>
      </div>
      <ShellCall
        title={t.newTraining.apiCall}
        call={call}
        copyLabel={t.newTraining.copyCall}
        copy={t.newTraining.copy}
      />
    </>
  )
}
