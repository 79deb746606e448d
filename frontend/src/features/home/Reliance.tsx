import { Bars } from '@/charts/Bars'
import { useI18n } from '@/i18n/I18nProvider'
import { example } from './example'

/** What the winner of the search relies on. */
export function Reliance() {
  const { t, format } = useI18n()
  return (
    <Bars
      title={t.run.importance}
      description={t.run.importanceHint}
      bars={example.search.importance.map(({ feature, mean, std }) => ({
        label: feature === 'target' ? t.home.reliance.species : feature,
        value: mean,
        spread: std,
      }))}
      valueTitle={t.run.importanceValue}
      labelTitle={t.run.column}
      spreadTitle={t.run.spread}
      format={format.score}
    />
  )
}
