import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { ApiError } from '@/api/apiError'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { CopyButton } from '@/components/ui/CopyButton'
import { Failure } from '@/components/ui/Failure'
import { SkeletonRows } from '@/components/ui/Skeleton'
import { useI18n } from '@/i18n/I18nProvider'
import { type Artifact, useArtifact, useDownload } from './api'

interface ArtifactFilesProps {
  id: string
  /** More files of the same model, as items of the list. */
  children?: ReactNode
}

/** The forms of a model: what each is for, how large it is, its hash, and the file itself. */
export function ArtifactFiles({ id, children }: ArtifactFilesProps) {
  const { t } = useI18n()
  const artifact = useArtifact(id)
  if (artifact.isPending) return <SkeletonRows rows={3} />
  const gone = artifact.error instanceof ApiError && artifact.error.code === 'not-found'
  if (artifact.error && !gone) {
    return <Failure error={artifact.error} onRetry={() => void artifact.refetch()} />
  }
  return (
    <Card>
      <h3 className="font-medium">{t.artifacts.files}</h3>
      {gone && <p className="text-muted">{t.artifacts.gone}</p>}
      <ul className="divide-y divide-line">
        {artifact.data?.files.map((file) => (
          <FileItem key={file.format} artifact={artifact.data} file={file} />
        ))}
        {children}
      </ul>
    </Card>
  )
}

function FileItem({ artifact, file }: { artifact: Artifact; file: Artifact['files'][number] }) {
  const { t, format } = useI18n()
  const download = useDownload()
  const name = t.artifacts.formNames[file.format]
  return (
    <FileLine
      name={name}
      use={t.artifacts.formUses[file.format]}
      detail={
        <>
          <span>{format.bytes(file.size_bytes)}</span>
          <span className="inline-flex items-center gap-0.5 font-mono" title={file.sha256}>
            <span aria-hidden="true">{file.sha256.slice(0, 8)}</span>
            <CopyButton text={file.sha256} label={t.artifacts.copyHash(name)} />
          </span>
        </>
      }
      onDownload={() => download.mutate({ id: artifact.id, format: file.format })}
    >
      {download.error && <Failure error={download.error} />}
    </FileLine>
  )
}

interface FileLineProps {
  name: string
  use: string
  detail?: ReactNode
  onDownload: () => void
  /** What went wrong. */
  children?: ReactNode
}

/** A file that can be had. */
export function FileLine({ name, use, detail, onDownload, children }: FileLineProps) {
  const { t } = useI18n()
  return (
    <li className="grid gap-2 py-2.5 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <div className="grid min-w-0 flex-1 basis-48">
          <span className="font-medium">{name}</span>
          <span className="text-muted text-sm">{use}</span>
        </div>
        <span className="flex flex-wrap items-center gap-x-4 text-muted text-sm">{detail}</span>
        <Button size="small" aria-label={t.artifacts.downloadLabel(name)} onClick={onDownload}>
          <Download aria-hidden="true" />
          {t.artifacts.download}
        </Button>
      </div>
      {children}
    </li>
  )
}
