import { Database, Upload } from 'lucide-react'
import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import { buttonClass } from '@/components/ui/Button'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'

/** Chooses files by a button, or by dropping them anywhere on the page. */
export function DropZone(props: { onFiles: (files: File[]) => void; roomy: boolean }) {
  const { t } = useI18n()
  const input = useRef<HTMLInputElement>(null)
  const dragging = useDrop(props.onFiles)

  function onChange(event: ChangeEvent<HTMLInputElement>) {
    const files = [...(event.target.files ?? [])]
    // Emptied, so that the same file can be chosen again after it was mended.
    event.target.value = ''
    props.onFiles(files)
  }

  return (
    <>
      <button
        type="button"
        onClick={() => input.current?.click()}
        className={cx(
          'group grid w-full cursor-pointer justify-items-center gap-2 rounded-xl border border-control border-dashed px-4 text-center',
          'transition-colors duration-150 hover:border-action hover:bg-action-soft',
          props.roomy ? 'py-14' : 'py-6',
        )}
      >
        {props.roomy && (
          <>
            <Database aria-hidden="true" className="size-8 text-muted" strokeWidth={1.5} />
            <span className="font-semibold text-lg">{t.datasets.emptyTitle}</span>
            <span className="max-w-prose pb-2 text-muted">{t.datasets.empty}</span>
          </>
        )}
        <span className="flex flex-wrap items-center justify-center gap-x-3 gap-y-2">
          <span className={buttonClass(props.roomy ? 'primary' : 'plain')}>
            <Upload aria-hidden="true" />
            {t.upload.choose}
          </span>
          <span className="text-muted">{t.upload.dropHere}</span>
        </span>
        <span className="text-muted text-sm">{t.upload.hint}</span>
      </button>
      <input
        ref={input}
        type="file"
        multiple
        accept=".csv,text/csv"
        aria-label={t.upload.input}
        tabIndex={-1}
        className="hidden"
        onChange={onChange}
      />
      {dragging && (
        <div
          aria-hidden="true"
          className="pointer-events-none fixed inset-3 z-30 grid place-items-center rounded-2xl border-2 border-action border-dashed bg-veil"
        >
          <p className="rounded-xl bg-surface px-6 py-4 font-semibold text-lg shadow-overlay">
            {t.upload.drop}
          </p>
        </div>
      )}
    </>
  )
}

/** Takes files that are dropped on the window; answers whether some hover over it. */
function useDrop(onFiles: (files: File[]) => void): boolean {
  const [dragging, setDragging] = useState(false)
  const take = useRef(onFiles)
  take.current = onFiles

  useEffect(() => {
    const controller = new AbortController()
    const on = <Name extends 'dragenter' | 'dragover' | 'dragleave' | 'drop'>(
      name: Name,
      listener: (event: DragEvent) => void,
    ) =>
      window.addEventListener(
        name,
        (event) => {
          if (!event.dataTransfer?.types.includes('Files')) return
          event.preventDefault()
          listener(event)
        },
        { signal: controller.signal },
      )
    on('dragenter', () => setDragging(true))
    on('dragover', () => undefined)
    // Only when the pointer leaves the window has it nowhere to go to.
    on('dragleave', (event) => setDragging(event.relatedTarget !== null))
    on('drop', (event) => {
      setDragging(false)
      take.current([...(event.dataTransfer?.files ?? [])])
    })
    return () => controller.abort()
  }, [])

  return dragging
}
