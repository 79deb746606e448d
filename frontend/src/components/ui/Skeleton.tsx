import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'

/** Stands where something will be, in about its size, so that nothing jumps. `className` gives the size. */
export function Skeleton({ className }: { className: string }) {
  return (
    <span
      aria-hidden="true"
      className={cx('block rounded-md bg-sunken motion-safe:animate-pulse', className)}
    />
  )
}

/** Lines of what is being read; says so to those who listen. */
export function SkeletonRows({ rows = 4 }: { rows?: number }) {
  const { t } = useI18n()
  return (
    <div role="status" className="grid gap-2">
      <span className="sr-only">{t.app.loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} className="h-row" />
      ))}
    </div>
  )
}
