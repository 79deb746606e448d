import type { Format } from '@/i18n/format'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'
import type { Prediction } from '@/lib/onnx/model'

const SHOWN = 12

/** What is predicted, as people write it. */
export function answerText({ prediction }: Prediction, format: Format): string {
  return typeof prediction === 'number' ? format.score(prediction) : prediction
}

/** What the model says about a row: the value, or the classes by their probability. */
export function Answer({ target, answer }: { target: string; answer: Prediction }) {
  const { t, format } = useI18n()
  const shares = Object.entries(answer.probabilities ?? {}).sort(([, one], [, other]) => other - one)
  const value = answerText(answer, format)
  return (
    <div className="grid gap-4">
      <p className="grid" role="status">
        <span className="break-all text-muted text-sm">{t.predict.predicted(target)}</span>
        <span className="break-all font-semibold text-3xl tracking-tight">{value}</span>
      </p>
      {shares.length > 0 && (
        <ul aria-label={t.predict.probabilities} className="grid gap-2">
          {shares.slice(0, SHOWN).map(([label, share], index) => (
            <li key={label} className="grid gap-1">
              <span className="flex items-baseline justify-between gap-3">
                <span className={cx('min-w-0 truncate', index === 0 && 'font-medium')}>{label}</span>
                <span className="font-mono text-sm">{format.percent(share)}</span>
              </span>
              <span aria-hidden="true" className="h-2 overflow-hidden rounded-full bg-sunken">
                <span
                  className={cx(
                    'block h-full rounded-full transition-[width] duration-150',
                    index === 0 ? 'bg-data-1' : 'bg-control',
                  )}
                  style={{ width: `${share * 100}%` }}
                />
              </span>
            </li>
          ))}
          {shares.length > SHOWN && (
            <li className="text-muted text-sm">{t.predict.moreClasses(shares.length - SHOWN)}</li>
          )}
        </ul>
      )}
    </div>
  )
}
