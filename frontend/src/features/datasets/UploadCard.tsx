import { Link } from '@tanstack/react-router'
import { FileSpreadsheet, X } from 'lucide-react'
import { mayPassLater } from '@/api/apiError'
import { Badge, type Tone } from '@/components/ui/Badge'
import { Button, buttonClass } from '@/components/ui/Button'
import { IconButton } from '@/components/ui/IconButton'
import { Progress } from '@/components/ui/Progress'
import { useI18n } from '@/i18n/I18nProvider'
import { FilePreview } from './FilePreview'
import { UploadFailure } from './UploadFailure'
import type { Upload, UploadQueue } from './UploadQueue'
import { isBusy, isUnderWay, type UploadState } from './uploadState'

const TONES: Record<UploadState['step'], Tone> = {
  chosen: 'neutral',
  waiting: 'neutral',
  preparing: 'running',
  sending: 'running',
  checking: 'running',
  done: 'good',
  failed: 'bad',
  cancelled: 'neutral',
}

/** One chosen file: its beginning before it is sent, then how it gets on. */
export function UploadCard({ upload, queue }: { upload: Upload; queue: UploadQueue }) {
  const { format } = useI18n()
  const { id, file, state } = upload
  return (
    <li className="grid gap-3 rounded-xl border border-line bg-surface p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <FileSpreadsheet aria-hidden="true" className="size-5 shrink-0 text-muted" strokeWidth={1.75} />
        <h3 className="min-w-0 break-all font-semibold">{file.name}</h3>
        <span className="font-mono text-muted text-sm">{format.bytes(file.size)}</span>
        <UploadBadge state={state} />
        <div className="ml-auto flex items-center gap-2">
          <UploadActions upload={upload} queue={queue} />
        </div>
      </div>
      {isUnderWay(state) && <UploadProgress name={file.name} state={state} />}
      {state.step === 'failed' && <UploadFailure file={file.name} error={state.error} />}
      {state.step === 'chosen' && <FilePreview key={id} file={file} preview={upload.preview} />}
    </li>
  )
}

function UploadBadge({ state }: { state: UploadState }) {
  const { t } = useI18n()
  const words = {
    chosen: t.upload.chosen,
    waiting: t.upload.waiting,
    preparing: t.upload.preparing,
    sending: t.upload.sending,
    checking: t.upload.checking,
    done: t.upload.doneState,
    failed: t.upload.failedState,
    cancelled: t.upload.cancelledState,
  }
  return <Badge tone={TONES[state.step]}>{words[state.step]}</Badge>
}

function UploadProgress({ name, state }: { name: string; state: UploadState }) {
  const { t, format } = useI18n()
  const { sent, total } = state.step === 'sending' ? state.progress : { sent: 0, total: 0 }
  return (
    <div className="grid gap-1">
      <Progress label={t.upload.progressLabel(name)} done={sent} total={total} />
      {state.step === 'sending' && (
        <p className="font-mono text-muted text-xs">
          {t.upload.progress(format.bytes(sent), format.bytes(total))}
        </p>
      )}
    </div>
  )
}

function UploadActions({ upload: { id, file, state }, queue }: { upload: Upload; queue: UploadQueue }) {
  const { t } = useI18n()
  if (isBusy(state)) {
    return (
      <Button size="small" aria-label={t.upload.cancelLabel(file.name)} onClick={() => queue.cancel(id)}>
        {t.upload.cancel}
      </Button>
    )
  }
  return (
    <>
      {state.step === 'chosen' && (
        <Button
          size="small"
          kind="primary"
          aria-label={t.upload.sendLabel(file.name)}
          onClick={() => queue.start(id)}
        >
          {t.upload.send}
        </Button>
      )}
      {(state.step === 'cancelled' || (state.step === 'failed' && mayPassLater(state.error))) && (
        <Button size="small" aria-label={t.upload.sendAgainLabel(file.name)} onClick={() => queue.start(id)}>
          {t.upload.sendAgain}
        </Button>
      )}
      {state.step === 'done' && (
        <Link
          to="/datasets/$id"
          params={{ id: state.datasetId }}
          aria-label={t.upload.openLabel(file.name)}
          className={buttonClass('primary', undefined, 'small')}
        >
          {t.upload.open}
        </Link>
      )}
      <IconButton size="small" icon={X} label={t.upload.remove(file.name)} onClick={() => queue.remove(id)} />
    </>
  )
}
