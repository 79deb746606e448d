import { Link } from '@tanstack/react-router'
import { Download, Ellipsis, FolderOpen, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/ui/ConfirmDialog'
import { Failure } from '@/components/ui/Failure'
import { IconButton } from '@/components/ui/IconButton'
import { Menu, MenuItem, MenuLine } from '@/components/ui/Menu'
import { useToast } from '@/components/ui/Toast'
import { useI18n } from '@/i18n/I18nProvider'
import { type Dataset, useDeleteDataset } from './api'

/** What else can be done with a version. */
export function DatasetMenu({ dataset, onDeleted }: { dataset: Dataset; onDeleted?: () => void }) {
  const { t } = useI18n()
  const [asking, setAsking] = useState(false)
  const name = `${dataset.name} ${t.datasets.version(dataset.version)}`
  return (
    <>
      <Menu trigger={<IconButton label={t.datasets.actionsLabel(name)} icon={Ellipsis} size="small" />}>
        {dataset.status === 'READY' && (
          <MenuItem icon={FolderOpen} link={<Link to="/datasets/$id" params={{ id: dataset.id }} />}>
            {t.datasets.open}
          </MenuItem>
        )}
        {dataset.download_url && (
          <MenuItem icon={Download} link={<a href={dataset.download_url} />}>
            {t.datasets.download}
          </MenuItem>
        )}
        <MenuLine />
        <MenuItem icon={Trash2} danger onSelect={() => setAsking(true)}>
          {t.datasets.remove}
        </MenuItem>
      </Menu>
      <DeleteDialog
        dataset={dataset}
        open={asking}
        onOpenChange={setAsking}
        {...(onDeleted ? { onDeleted } : {})}
      />
    </>
  )
}

interface DeleteDialogProps {
  dataset: Dataset
  open: boolean
  onOpenChange: (open: boolean) => void
  onDeleted?: () => void
}

function DeleteDialog({ dataset, open, onOpenChange, onDeleted }: DeleteDialogProps) {
  const { t } = useI18n()
  const remove = useDeleteDataset()
  const toast = useToast()

  async function onConfirm() {
    await remove.mutateAsync(dataset.id)
    toast({ title: t.datasets.removed(dataset.name) })
    onDeleted?.()
  }

  return (
    <ConfirmDialog
      title={t.datasets.removeTitle(dataset.name, t.datasets.version(dataset.version))}
      description={t.datasets.removeText}
      action={t.datasets.removeAction}
      open={open}
      onOpenChange={onOpenChange}
      onConfirm={onConfirm}
    >
      {remove.error && <Failure error={remove.error} />}
    </ConfirmDialog>
  )
}
