import { Link } from '@tanstack/react-router'
import { Pin, PinOff } from 'lucide-react'
import { buttonClass } from '@/components/ui/Button'
import { CopyButton } from '@/components/ui/CopyButton'
import { Failure } from '@/components/ui/Failure'
import { IconButton } from '@/components/ui/IconButton'
import { Moment } from '@/components/ui/Moment'
import { useToast } from '@/components/ui/Toast'
import { useI18n } from '@/i18n/I18nProvider'
import { ArtifactMenu } from './ArtifactMenu'
import { type Artifact, useDownload, usePin } from './api'

/** One model: what it is, how to get it, how to use it. */
export function ArtifactItem({ artifact }: { artifact: Artifact }) {
  const { t, format } = useI18n()
  const pin = usePin()
  const download = useDownload()
  const toast = useToast()
  const family = t.runs.models[artifact.model_type] ?? artifact.model_type
  const name = t.artifacts.name(family, artifact.target)
  const failure = pin.error ?? download.error

  function togglePin() {
    const pinned = !artifact.pinned
    pin.mutate(
      { id: artifact.id, pinned },
      { onSuccess: () => toast({ title: pinned ? t.artifacts.pinned : t.artifacts.unpinned }) },
    )
  }

  return (
    <li className="grid gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="grid min-w-0 flex-1 basis-80 gap-0.5">
          <h2 className="flex flex-wrap items-baseline gap-x-2 font-medium">
            {family}
            <span className="min-w-0 break-all font-normal text-muted">
              {t.artifacts.predicts(artifact.target)}
            </span>
          </h2>
          <p className="flex flex-wrap items-center gap-x-3 text-muted text-sm">
            <span className="min-w-0 break-all">
              {artifact.dataset_name} · {t.datasets.version(artifact.dataset_version)}
            </span>
            <Moment iso={artifact.created_at} />
            <Link
              to="/training/$id"
              params={{ id: artifact.run_id }}
              className="text-action underline-offset-4 hover:underline"
            >
              {t.artifacts.run}
            </Link>
          </p>
        </div>
        <p className="flex flex-wrap items-center gap-x-4 text-muted text-sm">
          <span>{format.bytes(artifact.size_bytes)}</span>
          <span className="inline-flex items-center gap-0.5 font-mono" title={artifact.sha256}>
            <span aria-hidden="true">{artifact.sha256.slice(0, 8)}</span>
            <CopyButton text={artifact.sha256} label={t.artifacts.copyHash(name)} />
          </span>
        </p>
        <div className="flex items-center gap-1">
          <Link
            to="/artifacts/$id/predict"
            params={{ id: artifact.id }}
            aria-label={t.artifacts.predictLabel(name)}
            className={buttonClass('plain', undefined, 'small')}
          >
            {t.artifacts.predict}
          </Link>
          <IconButton
            size="small"
            icon={artifact.pinned ? PinOff : Pin}
            label={artifact.pinned ? t.artifacts.unpin(name) : t.artifacts.pin(name)}
            aria-pressed={artifact.pinned}
            disabled={pin.isPending}
            onClick={togglePin}
          />
          <ArtifactMenu
            artifact={artifact}
            name={name}
            onDownload={(wanted) => download.mutate({ id: artifact.id, format: wanted })}
          />
        </div>
      </div>
      {failure && <Failure error={failure} />}
    </li>
  )
}
