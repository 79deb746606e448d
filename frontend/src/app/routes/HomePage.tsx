import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { buttonClass } from '@/components/ui/Button'
import { PageHeading } from '@/components/ui/PageHeading'
import { meQuery } from '@/features/auth/session'
import { Proof } from '@/features/home/Proof'
import { Reliance } from '@/features/home/Reliance'
import { SameBytes } from '@/features/home/SameBytes'
import { SearchChart } from '@/features/home/SearchChart'
import { Threshold } from '@/features/home/Threshold'
import { useI18n } from '@/i18n/I18nProvider'

/** The public start: what Stint does, shown with a real run. */
export function HomePage() {
  const { t } = useI18n()
  const texts = t.home
  return (
    <div className="grid min-w-0 gap-16 py-4 sm:gap-24 sm:py-12">
      <section className="grid items-center gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,5fr)_minmax(0,8fr)]">
        <div className="grid gap-8">
          <PageHeading title={texts.title} size="large">
            {texts.lead}
          </PageHeading>
          <Start />
        </div>
        <div className="grid min-w-0 gap-3">
          <SearchChart height={400} />
          <p className="border-line border-t pt-3 text-muted text-sm">{texts.live}</p>
        </div>
      </section>
      <div className="grid min-w-0 gap-16 sm:gap-24">
        <Point title={texts.proof.title} text={texts.proof.text}>
          <Proof />
        </Point>
        <Point title={texts.threshold.title} text={texts.threshold.text} wide>
          <Threshold />
        </Point>
        <Point title={texts.reliance.title} text={texts.reliance.text}>
          <Reliance />
        </Point>
        <Point title={texts.bytes.title} text={texts.bytes.text}>
          <SameBytes />
        </Point>
      </div>
      <Steps />
      <section className="grid justify-items-start gap-6 border-ink border-t-2 pt-8">
        <p className="max-w-2xl text-balance font-semibold text-3xl tracking-tight">{texts.end}</p>
        <Start onlyFirst />
      </section>
    </div>
  )
}

/** The way in: for strangers two doors, for whoever is signed in one. */
function Start({ onlyFirst = false }: { onlyFirst?: boolean }) {
  const { t } = useI18n()
  const { data: me } = useQuery({ ...meQuery, enabled: false })
  const links = me
    ? ([['/datasets', t.home.openDatasets]] as const)
    : ([
        ['/signup', t.auth.signUp],
        ['/login', t.auth.signIn],
      ] as const)
  return (
    <div className="flex flex-wrap gap-3">
      {links.slice(0, onlyFirst ? 1 : undefined).map(([to, words], index) => (
        <Link key={to} to={to} className={buttonClass(index === 0 ? 'primary' : 'plain', undefined, 'large')}>
          {words}
        </Link>
      ))}
    </div>
  )
}

/** Something to be convinced of: the claim, and what shows it. */
function Point(props: { title: string; text: string; wide?: boolean; children: ReactNode }) {
  return (
    <section
      className={`grid min-w-0 gap-x-14 gap-y-8 border-line border-t pt-8 ${props.wide ? '' : 'lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]'}`}
    >
      <div className="grid max-w-xl content-start gap-2">
        <h2 className="text-balance font-semibold text-3xl tracking-tight">{props.title}</h2>
        <p className="max-w-prose text-lg text-muted">{props.text}</p>
      </div>
      <div className="min-w-0">{props.children}</div>
    </section>
  )
}

function Steps() {
  const { t } = useI18n()
  return (
    <section aria-labelledby="steps" className="grid gap-8 border-line border-t pt-8">
      <h2 id="steps" className="font-semibold text-3xl tracking-tight">
        {t.home.stepsTitle}
      </h2>
      <ol className="grid gap-x-10 gap-y-8 sm:grid-cols-3">
        {t.home.steps.map((step, index) => (
          <li key={step.title} className="grid content-start gap-2">
            <span aria-hidden="true" className="font-mono text-3xl text-action">
              {index + 1}
            </span>
            <h3 className="font-semibold text-xl">{step.title}</h3>
            <p className="max-w-prose text-muted">{step.text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
