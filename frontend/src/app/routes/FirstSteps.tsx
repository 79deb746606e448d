import { Link } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import { buttonClass } from '@/components/ui/Button'
import { useI18n } from '@/i18n/I18nProvider'
import { cx } from '@/lib/cx'

/** For somebody who has no model yet: the whole way, where they are on it, and the one thing to do next. */
export function FirstSteps({ hasData }: { hasData: boolean }) {
  const { t } = useI18n()
  const texts = t.overview.first
  const next = hasData ? 1 : 0
  const button = hasData ? (
    <Link to="/training/new" className={buttonClass('primary', undefined, 'large')}>
      {texts.train}
    </Link>
  ) : (
    <Link to="/datasets" className={buttonClass('primary', undefined, 'large')}>
      {texts.upload}
    </Link>
  )
  return (
    <section aria-labelledby="first-steps" className="grid gap-8">
      <div className="grid gap-1">
        <h2 id="first-steps" className="text-balance font-semibold text-3xl tracking-tight">
          {texts.title}
        </h2>
        <p className="text-lg text-muted">{texts.lead}</p>
      </div>
      <ol className="grid gap-x-8 gap-y-10 md:grid-cols-3">
        {texts.steps.map((step, index) => (
          <li
            key={step.title}
            aria-current={index === next ? 'step' : undefined}
            className={cx(
              'grid content-start gap-2 border-t-2 pt-4',
              index === next ? 'border-action' : 'border-line',
            )}
          >
            <span className="flex min-h-8 items-center justify-between gap-2 font-mono text-2xl text-muted">
              <span aria-hidden="true" className={cx(index === next && 'text-action')}>
                {index + 1}
              </span>
              {index < next && (
                <span className="inline-flex items-center gap-1 font-sans text-good text-sm">
                  <Check aria-hidden="true" className="size-4" strokeWidth={2.5} />
                  {texts.done}
                </span>
              )}
            </span>
            <h3 className="font-semibold text-xl">{step.title}</h3>
            <p className="max-w-prose text-muted">{step.text}</p>
            {index === next && <div className="mt-3">{button}</div>}
          </li>
        ))}
      </ol>
    </section>
  )
}
