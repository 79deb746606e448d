import { Download, Ellipsis, FileText, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/ui/ConfirmDialog'
import { Dialog } from '@/components/ui/Dialog'
import { Failure } from '@/components/ui/Failure'
import { IconButton } from '@/components/ui/IconButton'
import { Menu, MenuItem, MenuLine } from '@/components/ui/Menu'
import { SkeletonRows } from '@/components/ui/Skeleton'
import { useToast } from '@/components/ui/Toast'
import { useI18n } from '@/i18n/I18nProvider'
import { type Artifact, type ArtifactFormat, useCard, useDeleteArtifact } from './api'
import { CardDocument } from './CardDocument'

interface ArtifactMenuProps {
  artifact: Artifact
  name: string
  onDownload: (format: ArtifactFormat) => void
}

/** Its forms, its card, and its end. */
export function ArtifactMenu({ artifact, name, onDownload }: ArtifactMenuProps) {
  const { t, format } = useI18n()
  const [shown, setShown] = useState<'card' | 'delete' | undefined>()
  return (
    <>
      <Menu trigger={<IconButton label={t.artifacts.actionsLabel(name)} icon={Ellipsis} size="small" />}>
        <MenuItem icon={FileText} onSelect={() => setShown('card')}>
          {t.artifacts.readCard}
        </MenuItem>
        <MenuLine />
        {artifact.files.map((file) => (
          <MenuItem key={file.format} icon={Download} onSelect={() => onDownload(file.format)}>
            <span className="flex-1">{t.artifacts.formats[file.format]}</span>
            <span className="pl-4 text-muted text-sm">{format.bytes(file.size_bytes)}</span>
          </MenuItem>
        ))}
        <MenuLine />
        <MenuItem icon={Trash2} danger onSelect={() => setShown('delete')}>
          {t.artifacts.remove}
        </MenuItem>
      </Menu>
      <CardDialog
        artifact={artifact}
        name={name}
        open={shown === 'card'}
        onClose={() => setShown(undefined)}
      />
      <DeleteDialog
        artifact={artifact}
        name={name}
        open={shown === 'delete'}
        onClose={() => setShown(undefined)}
      />
    </>
  )
}

interface OverlayProps {
  artifact: Artifact
  name: string
  open: boolean
  onClose: () => void
}

function CardDialog({ artifact, name, open, onClose }: OverlayProps) {
  const card = useCard(artifact.id, open)
  return (
    <Dialog title={name} wide open={open} onOpenChange={(next) => !next && onClose()}>
      {card.isPending && <SkeletonRows rows={6} />}
      {card.isError && <Failure error={card.error} onRetry={() => void card.refetch()} />}
      {card.data !== undefined && <CardDocument text={card.data} />}
    </Dialog>
  )
}

function DeleteDialog({ artifact, name, open, onClose }: OverlayProps) {
  const { t } = useI18n()
  const remove = useDeleteArtifact()
  const toast = useToast()
  return (
    <ConfirmDialog
      title={t.artifacts.removeTitle(name)}
      description={t.artifacts.removeText}
      action={t.artifacts.removeAction}
      typed={artifact.target}
      open={open}
      onOpenChange={(next) => !next && onClose()}
      onConfirm={async () => {
        await remove.mutateAsync(artifact.id)
        toast({ title: t.artifacts.removed(name) })
      }}
    >
      {remove.error && <Failure error={remove.error} />}
    </ConfirmDialog>
  )
}
