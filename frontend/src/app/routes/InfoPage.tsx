import { buttonClass } from '@/components/ui/Button'
import { PageHeading } from '@/components/ui/PageHeading'
import { SideSection } from '@/components/ui/SideSection'
import { ThirdParties } from '@/features/about/ThirdParties'
import { Versions } from '@/features/about/Versions'
import { useI18n } from '@/i18n/I18nProvider'

/** What this is, how it measures, what it costs, and what it is made of. */
export function InfoPage() {
  const { t } = useI18n()
  const texts = t.info
  return (
    <div className="grid gap-6">
      <PageHeading title={texts.title}>{texts.lead}</PageHeading>
      <div className="max-w-[62.5rem]">
        <SideSection title={texts.honesty} hint={texts.honestyHint}>
          <dl className="divide-y divide-line">
            {texts.terms.map(({ term, text }) => (
              <div
                key={term}
                className="grid gap-1 py-4 first:pt-0 sm:grid-cols-[9rem_minmax(0,1fr)] sm:gap-6"
              >
                <dt className="font-medium">{term}</dt>
                <dd className="max-w-prose">{text}</dd>
              </div>
            ))}
          </dl>
        </SideSection>
        <SideSection title={texts.cost} hint={texts.costHint}>
          {texts.costs.map((text) => (
            <p key={text} className="max-w-prose">
              {text}
            </p>
          ))}
        </SideSection>
        <SideSection title={texts.api} hint={texts.apiHint}>
          <div className="flex flex-wrap gap-2">
            <a href="/api/docs" className={buttonClass('plain')}>
              {texts.swagger}
            </a>
            <a href="/api/redoc" className={buttonClass('plain')}>
              {texts.redoc}
            </a>
            <a href="/api/openapi.json" className={buttonClass('plain')}>
              {texts.openapi}
            </a>
          </div>
        </SideSection>
        <SideSection title={texts.versions}>
          <Versions />
        </SideSection>
        <SideSection title={texts.thirdParties} hint={texts.thirdPartiesHint}>
          <ThirdParties />
        </SideSection>
      </div>
    </div>
  )
}
