import { Search } from 'lucide-react'
import { IconButton } from '@/components/ui/IconButton'
import { Kbd } from '@/components/ui/Kbd'
import { useI18n } from '@/i18n/I18nProvider'
import { commandKey } from './commandKey'
import { overlay } from './overlay'

/** Calls up the palette, and says which keys do; narrow, it is only its sign. */
export function PaletteButton({ narrow = false }: { narrow?: boolean }) {
  const { t } = useI18n()
  const show = () => overlay.show('palette')
  if (narrow) return <IconButton label={t.palette.search} icon={Search} onClick={show} />
  return (
    <button
      type="button"
      onClick={show}
      aria-keyshortcuts="Control+K Meta+K"
      className="flex min-h-9 w-full cursor-pointer items-center gap-2.5 rounded-lg border border-line bg-paper px-2.5 text-muted hover:border-control hover:text-ink"
    >
      <Search aria-hidden="true" className="size-4 shrink-0" strokeWidth={1.75} />
      {t.palette.search}
      <span aria-hidden="true" className="ml-auto">
        <Kbd>{`${commandKey()} K`}</Kbd>
      </span>
    </button>
  )
}
