import { Bars } from '@/charts/Bars'
import { useI18n } from '@/i18n/I18nProvider'
import { type Explanation, partsOf } from './contributions'

/** How far each column moves an answer, the furthest first. */
export function Why({ answer, explanation }: { answer: string; explanation: Explanation }) {
  const { t, format } = useI18n()
  const { unit, base, output } = explanation
  const { parts, others } = partsOf(explanation)
  const share = unit === 'probability'
  const number = share ? format.percent : format.score
  const signed = (value: number) => (share ? format.points(value) : format.delta(value))
  return (
    <Bars
      title={t.predict.why(answer)}
      description={t.predict.whyHow(t.predict.units[unit], number(base), number(output))}
      labelTitle={t.predict.column}
      valueTitle={t.predict.contribution}
      format={signed}
      bars={parts.map(({ column, contribution }) => ({
        label: column ?? t.predict.otherColumns(others),
        value: contribution,
      }))}
    />
  )
}
